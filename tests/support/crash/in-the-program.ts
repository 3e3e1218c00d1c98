import { CUT_FOLDER } from './cut-plan';
import { moveTheClock } from './move-the-clock';
import { obeyPlan } from './obey-plan';
import { watchCommits } from './watch-commits';

// Loaded with --require before the program under test. Electron's other processes inherit it and have no business here.
const folder = process.env[CUT_FOLDER];
const type: unknown = Reflect.get(process, 'type');
if (folder !== undefined && (type === undefined || type === 'browser')) {
  moveTheClock(folder);
  watchCommits(obeyPlan(folder));
}
