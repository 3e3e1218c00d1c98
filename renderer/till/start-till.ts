import type { Draft } from '../../shared/sale';
import { soundFor } from '../lib/sound-for';
import { play, tune } from '../lib/play-sound';
import { ask, onUnexpectedFailure } from './bridge';
import { keepDraft, type DraftKeeper } from './draft-keeper';
import { isSold } from './sold';
import { drafts, notices, payings, showScreen, snapshots } from './stores';
import { isGuideOpen, isUsable } from './usable';

let keeper: DraftKeeper | null = null;
let started = false;

/** Stores the sale as it is now, before something that reads it elsewhere. */
export async function flushDraft(): Promise<void> {
  await keeper?.flush();
}

/** `failed`: main does not answer · `recovering`: it has no data to sell with, and a person decides how to go on. */
export type Started = 'started' | 'failed' | 'recovering';

/** Begins to mirror the main process, and takes up the sale where it was left. */
export async function startTill(): Promise<Started> {
  if (!started) {
    started = true;
    onUnexpectedFailure(() => {
      notices.getState().add('internal');
    });
    window.till.subscribe('snapshot', snapshots.getState().accept);
    snapshots.subscribe(({ snapshot }, before) => {
      if (snapshot) tune(snapshot.appearance.sounds);
      const sound = snapshot ? soundFor(before.snapshot, snapshot) : null;
      if (sound) play(sound);
    });
  }
  const [snapshot, draft] = await Promise.all([ask('till.snapshot'), ask('draft.load')]);
  if (!snapshot.ok) return snapshot.error.code === 'dataUnusable' ? 'recovering' : 'failed';
  if (draft.ok) drafts.getState().load(draft.value);
  else notices.getState().add(draft.error.code);
  keepTheDraft();
  if (!isUsable(snapshot.value.setup) || isGuideOpen(snapshot.value)) showScreen('setup');
  snapshots.getState().accept(snapshot.value);
  return 'started';
}

function keepTheDraft(): void {
  if (keeper) return;
  keeper = keepDraft(drafts, saveDraft);
  window.addEventListener('pagehide', () => void flushDraft());
  const emptyIfSold = () => {
    const { snapshot } = snapshots.getState();
    if (!snapshot || !isSold(drafts.getState().draft, snapshot)) return;
    drafts.getState().load(null);
    payings.getState().leave();
  };
  snapshots.subscribe(emptyIfSold);
  emptyIfSold();
}

async function saveDraft(draft: Draft | null): Promise<void> {
  const reply = await ask('draft.save', draft);
  if (!reply.ok) notices.getState().add(reply.error.code);
}
