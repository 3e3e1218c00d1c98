/**
 * The address of the customer's phone among a program's arguments, or null where there is none. Only pages of this
 * machine are opened: the simulator listens nowhere else.
 */
export function findPhoneAddress(args: readonly string[]): string | null {
  const address = args.findLast((argument) => URL.canParse(argument));
  if (address === undefined) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && hostname === '127.0.0.1' ? address : null;
}
