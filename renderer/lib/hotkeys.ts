/**
 * Every key that does something by itself, as it is printed on its button and listed in the help sheet. What is not in this
 * table can't be bound.
 */
export const hotkeys = {
  search: 'F2',
  quantity: 'F3',
  freeAmount: 'F4',
  clear: 'F6',
  sales: 'F7',
  pay: 'F8',
  verify: 'F9',
  setup: 'F10',
  review: 'F12',
  discount: 'Ctrl+D',
  note: 'Ctrl+N',
  price: 'Ctrl+P',
} as const;

export type HotkeyName = keyof typeof hotkeys;
export type Hotkey = (typeof hotkeys)[HotkeyName];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** The key of an event as the table writes it; null for what no key of the table could be. */
export function hotkeyOf({ key, ctrlKey, altKey, metaKey, shiftKey }: Pressed): string | null {
  if (altKey || metaKey || shiftKey) return null;
  return ctrlKey ? `Ctrl+${key.toUpperCase()}` : key;
}
