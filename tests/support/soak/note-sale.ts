import type { RunnerTestCase } from 'vitest';
import type { Sums } from './account-for';
import type { Fault, SalePlan } from './sale-plan';

/** What the table at the end is made of. */
export interface NotedSale {
  readonly behaviour: SalePlan['behaviour'];
  readonly faults: readonly Fault['kind'][];
  readonly outcome: string;
  /** How often the power went. */
  readonly cuts: number;
}

export interface NotedSoak {
  readonly seed: number;
  readonly sales: number;
  readonly sums: Sums;
  /** MB of the main process alone; null where the system does not tell. */
  readonly memory: { readonly atTheStart: number; readonly atTheEnd: number } | null;
}

declare module 'vitest' {
  interface TaskMeta {
    sale?: NotedSale;
    soak?: NotedSoak;
  }
}

export function noteSale(task: RunnerTestCase, noted: NotedSale): void {
  task.meta.sale = noted;
}

export function noteSoak(task: RunnerTestCase, noted: NotedSoak): void {
  task.meta.soak = noted;
}
