/**
 * `ESC p m t1 t2`: 50 ms on, 500 ms off, the pulse that common drawers expect. A command and a job of its own: inside a
 * ticket, every reprint would open the drawer. (node-thermal-printer sends it without its times.)
 */
export function encodeDrawer(pin: 2 | 5): Uint8Array {
  return Uint8Array.of(0x1b, 0x70, pin === 2 ? 0 : 1, 25, 250);
}
