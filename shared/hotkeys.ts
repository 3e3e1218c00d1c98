/**
 * Every key that does something by itself, as it is printed on its button and listed in the help sheet. What is not in this
 * table can't be bound.
 */
export const hotkeys = {
  search: 'F2',
  quantity: 'F3',
  freeAmount: 'F4',
  cash: 'F5',
  clear: 'F6',
  sales: 'F7',
  pay: 'F8',
  mixed: 'F9',
  setup: 'F10',
  more: 'F11',
  review: 'F12',
  discount: 'Ctrl+D',
  note: 'Ctrl+N',
  price: 'Ctrl+P',
  product: 'Ctrl+E',
  hold: 'Ctrl+H',
  resume: 'Ctrl+R',
  shift: 'Ctrl+T',
  lock: 'Ctrl+L',
  verify: 'Ctrl+B',
  help: 'F1',
} as const;

export type HotkeyName = keyof typeof hotkeys;
export type Hotkey = (typeof hotkeys)[HotkeyName];
/** A few words for every key: a key without them does not compile. */
export type HotkeyWords = Readonly<Record<HotkeyName, string>>;

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The key of an event as the table writes it; null for what no key of the table could be. */
export function hotkeyOf({ key, ctrlKey, altKey, metaKey, shiftKey }: Pressed): string | null {
  if (altKey || metaKey || shiftKey) return null;
  return ctrlKey ? `Ctrl+${key.toUpperCase()}` : key;
}
