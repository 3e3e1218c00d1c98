/** This machine can't have the virtual machine. The message is the reason, as the end of a sentence. */
export class CannotRun extends Error {}
