import {
  ArrowDownToLine,
  ArrowUpFromLine,
  CalendarCheck,
  CalendarClock,
  ChartColumn,
  Grid3x3,
  History,
  Printer,
  type LucideIcon,
} from 'lucide-react';
import { hotkeys, type Hotkey } from '../../shared/hotkeys';
import type { Snapshot } from '../../shared/snapshot';
import type { ShiftPage } from '../till/dialogs-store';
import { dialogs } from '../till/stores';

/** Something that is done rarely, with what it is called. Whoever has another adds it to the list. */
export interface MoreEntry {
  readonly words: `more.${'shift' | 'shiftOpen' | 'cashIn' | 'cashOut' | 'printX' | 'closeShift' | 'earlierShifts' | 'reports' | 'quickKeys'}`;
  readonly icon: LucideIcon;
  /** The key that does the same without the menu, and its name as `aria-keyshortcuts` has it. */
  readonly hotkey: { readonly cap: Hotkey; readonly keys: string } | null;
  readonly run: () => void;
}

const shiftKey = { cap: hotkeys.shift, keys: 'Control+T' } as const;

/** In the order of a day. */
export function moreEntries({ shift }: Snapshot): readonly MoreEntry[] {
  const ofShift: readonly MoreEntry[] = shift.open
    ? [
        { words: 'more.shift', icon: CalendarClock, hotkey: shiftKey, run: showShift('overview') },
        { words: 'more.cashIn', icon: ArrowDownToLine, hotkey: null, run: showShift('cashIn') },
        { words: 'more.cashOut', icon: ArrowUpFromLine, hotkey: null, run: showShift('cashOut') },
        { words: 'more.printX', icon: Printer, hotkey: null, run: showShift('overview') },
        { words: 'more.closeShift', icon: CalendarCheck, hotkey: null, run: showShift('closing') },
        { words: 'more.earlierShifts', icon: History, hotkey: null, run: showShift('earlier') },
      ]
    : [
        { words: 'more.shiftOpen', icon: CalendarClock, hotkey: shiftKey, run: showShift('overview') },
        { words: 'more.earlierShifts', icon: History, hotkey: null, run: showShift('earlier') },
      ];
  return [
    ...ofShift,
    { words: 'more.reports', icon: ChartColumn, hotkey: null, run: showReports },
    { words: 'more.quickKeys', icon: Grid3x3, hotkey: null, run: arrangeKeys },
  ];
}

function arrangeKeys(): void {
  dialogs.getState().open({ kind: 'arrangeKeys' });
}

function showReports(): void {
  dialogs.getState().open({ kind: 'reports' });
}

function showShift(page: ShiftPage): () => void {
  return () => {
    dialogs.getState().open({ kind: 'shift', page });
  };
}
