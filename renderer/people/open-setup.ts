import type { Translate } from '../../shared/texts/create-texts';
import { ask } from '../till/bridge';
import { notices, screens, showScreen, snapshots } from '../till/stores';
import { askPermitted } from './ask-permitted';

/** Shows the set-up to a manager, and to others once a manager has opened it. */
export async function openSetup(t: Translate): Promise<void> {
  const people = snapshots.getState().snapshot?.people;
  if (people?.current?.role === 'cashier') {
    const reply = await askPermitted('people.openSetup', {}, t('people.permissions.settings'));
    if (!reply.ok) {
      if (reply.error.code !== 'permissionNeeded') notices.getState().add(reply.error.code);
      return;
    }
  }
  showScreen('setup');
}

/** Back to selling; what a manager opened is closed. */
export function leaveSetup(): void {
  if (screens.getState().screen === 'setup') void endSetup();
  showScreen('sell');
}

/** The guide that was left is over; what a manager opened is closed after that. */
async function endSetup(): Promise<void> {
  const guideStep = snapshots.getState().snapshot?.setup.guideStep ?? null;
  if (guideStep !== null && guideStep !== 'finish') await ask('setup.saveGuideStep', { step: 'finish' });
  await ask('people.leaveSetup');
}
