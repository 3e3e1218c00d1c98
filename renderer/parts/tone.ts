import { CircleAlert, CircleX, Hourglass, Search, WifiOff, type LucideIcon } from 'lucide-react';
import type { ChargeTone } from '../lib/charge-sentence';

/** A state is a colour, a word and one of these. */
export const toneIcons: Readonly<Record<ChargeTone, LucideIcon>> = {
  waiting: Hourglass,
  asking: Search,
  attention: CircleAlert,
  refused: CircleX,
  offline: WifiOff,
};
