import { createStore } from 'zustand/vanilla';
import { createDialogsStore } from './dialogs-store';
import { createDraftStore } from './draft-store';
import { createNoticesStore } from './notices-store';
import { createPayingStore } from './paying-store';
import { createSnapshotStore } from './snapshot-store';

export type Screen = 'sell' | 'setup';

/** This window's stores: one of each, because it is one window. */
export const snapshots = createSnapshotStore();
export const drafts = createDraftStore(() => crypto.randomUUID());
export const dialogs = createDialogsStore();
export const payings = createPayingStore();
export const notices = createNoticesStore();
/** Grows when this window has changed the catalogue: what shows products asks again. */
export const catalogues = createStore<{ readonly version: number }>()(() => ({ version: 0 }));
export const screens = createStore<{ readonly screen: Screen }>()(() => ({ screen: 'sell' }));

export function showScreen(screen: Screen): void {
  screens.setState({ screen });
}
