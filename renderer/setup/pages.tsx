import { History, Package, Stethoscope, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Snapshot } from '../../shared/snapshot';
import { DiagnosticsPage } from './DiagnosticsPage';
import { ProductsPage } from './ProductsPage';
import { SettingsHistoryPage } from './SettingsHistoryPage';

interface SetupPage {
  /** Also the name of its texts. */
  readonly name: 'productFile' | 'diagnostics' | 'settingsHistory';
  readonly icon: LucideIcon;
  readonly Page: ComponentType<{ readonly snapshot: Snapshot }>;
}

/** What a manager comes back to, below the steps that they take once. */
export const setupPages: readonly SetupPage[] = [
  { name: 'productFile', icon: Package, Page: ProductsPage },
  { name: 'diagnostics', icon: Stethoscope, Page: DiagnosticsPage },
  { name: 'settingsHistory', icon: History, Page: SettingsHistoryPage },
];
