import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, powerMonitor } from 'electron';
import { startTexts } from '../../shared/texts/start-texts';
import { tillHandlers } from '../ipc/till-handlers';
import { createFileLog } from '../log/file-log';
import { formatProblem } from '../setup/located-json';
import { Till } from '../till';
import { declareAppProtocol, serveAppProtocol } from './app-protocol';
import { bindRequests } from './bind-ipc';
import { createSealer } from './safe-storage-sealer';
import { spawnPrinting } from './spawn-printing';
import { TillWindow } from './till-window';

/** `CAJAQR_DATA_DIR` moves everything that this till keeps; two folders are two tills. */
function dataFolder(): string {
  const moved = process.env.CAJAQR_DATA_DIR;
  const folder = moved ? resolve(moved) : join(app.getPath('appData'), startTexts.title);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A line for whoever started the program from a terminal. */
function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

async function run(dataDir: string): Promise<void> {
  await app.whenReady();
  const built = join(app.getAppPath(), 'out');
  const programs = join(built, 'electron');
  serveAppProtocol(join(built, 'renderer'));

  const secrets: { texts: () => readonly string[] } = { texts: () => [] };
  const log = createFileLog(join(dataDir, 'logs'), () => secrets.texts());
  const window = new TillWindow(programs, startTexts.title, log);
  const till = new Till({
    dataDir,
    sealer: createSealer(dataDir),
    createPrinting: spawnPrinting(programs),
    log,
    provision: process.env.CAJAQR_PROVISION ?? null,
    onChange: () => window.changed(),
  });
  secrets.texts = () => till.secretTexts();
  log('app.started', { version: app.getVersion(), electron: process.versions.electron });

  const started = till.start();
  bindRequests(tillHandlers(till), started, (contents) => window.owns(contents), log);
  window.open(() => till.snapshot());
  app.on('second-instance', () => window.bringToFront());
  powerMonitor.on('resume', () => till.wokeUp());
  endWith(till);

  await started;
  if (till.provisionProblem) say(startTexts.provisionRefused(formatProblem(till.provisionProblem)));
}

/** What is under way is on disk already; this only lets a ticket that is coming out come to its end. */
function endWith(till: Till): void {
  const state = { closed: false };
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (state.closed) return;
    event.preventDefault();
    void till.close().finally(() => {
      state.closed = true;
      app.quit();
    });
  });
}

declareAppProtocol();
const dataDir = dataFolder();
app.setName(startTexts.title);
app.setPath('userData', join(dataDir, 'window'));
app.setPath('sessionData', join(dataDir, 'window'));
app.setPath('crashDumps', join(dataDir, 'crashes'));

if (app.requestSingleInstanceLock()) {
  run(dataDir).catch((error: unknown) => {
    const sentence = startTexts.cannotStart(error instanceof Error ? error.message : String(error));
    say(sentence);
    // Without a terminal nobody would read the line above; without a display nobody could close a box.
    if (!process.stderr.isTTY) dialog.showErrorBox(startTexts.title, sentence);
    app.exit(1);
  });
} else {
  say(startTexts.alreadyOpen);
  app.exit(0);
}
