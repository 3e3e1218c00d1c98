/** A command that a printer obeys the moment it arrives, ahead of everything that waits in its buffer. */
export interface RealTimeCommand {
  /** The byte after DLE: 0x04 asks for a status, 0x05 and 0x14 are recovery and pulses. */
  readonly command: number;
  readonly argument: number;
}

/** Takes `DLE EOT n`, `DLE ENQ n` and `DLE DC4 n` out of the stream, wherever they are, and passes on the rest. */
export class RealTimeFilter {
  private held: number[] = [];

  constructor(private readonly obey: (command: RealTimeCommand) => void) {}

  pass(bytes: Uint8Array): number[] {
    const rest: number[] = [];
    for (const byte of bytes) {
      this.held.push(byte);
      const [first, command, argument] = this.held;
      if (first !== 0x10 || (command !== undefined && ![0x04, 0x05, 0x14].includes(command))) {
        rest.push(...this.held.splice(0, this.held.length - 1));
        if (byte !== 0x10) rest.push(...this.held.splice(0));
      } else if (command !== undefined && argument !== undefined) {
        this.held = [];
        this.obey({ command, argument });
      }
    }
    return rest;
  }
}
