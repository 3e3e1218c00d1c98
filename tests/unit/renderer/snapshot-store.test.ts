import { expect, test } from 'vitest';
import { createSnapshotStore } from '../../../renderer/till/snapshot-store';
import { aSnapshot } from './builders';

test('the newest revision wins, however late an older one arrives', () => {
  const store = createSnapshotStore();
  store.getState().accept(aSnapshot({ revision: 3 }));
  store.getState().accept(aSnapshot({ revision: 2 }));
  expect(store.getState().snapshot?.revision).toBe(3);
  store.getState().accept(aSnapshot({ revision: 4 }));
  expect(store.getState().snapshot?.revision).toBe(4);
});
