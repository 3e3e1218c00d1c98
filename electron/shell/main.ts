import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, powerMonitor } from 'electron';
import { startTexts } from '../../shared/texts/start-texts';
import { exchangeFolder } from '../files/exchange-folder';
import { presentHandlers } from '../ipc/present-handlers';
import { everythingRefused, recoveryHandlers } from '../ipc/recovery-handlers';
import type { RequestHandlers } from '../ipc/serve-requests';
import { tillHandlers } from '../ipc/till-handlers';
import { createFileLog } from '../log/file-log';
import { surviveFaults } from '../log/survive-faults';
import { Opening } from '../recovery/opening';
import { formatProblem } from '../setup/located-json';
import { provisionAdvice } from '../setup/provision-advice';
import { diskWorkerIn } from '../storage/disk-host-client';
import { Till } from '../till';
import { declareAppProtocol, serveAppProtocol } from './app-protocol';
import { bindRequests } from './bind-ipc';
import { CustomerWindow } from './customer-window';
import { createSealer } from './safe-storage-sealer';
import { spawnDiskHost } from './spawn-disk-host';
import { spawnPrinting } from './spawn-printing';
import { startAgain } from './start-again';
import { systemDialogs } from './system-dialogs';
import { TillWindow } from './till-window';

/** `CAJAQR_DATA_DIR` moves everything that this till keeps; two folders are two tills. */
function dataFolder(): string {
  const moved = process.env.CAJAQR_DATA_DIR;
  const folder = moved ? resolve(moved) : join(app.getPath('appData'), startTexts.title);
  // For this system user only. One that is there already is as its owner wants it.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
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
  serveAppProtocol(join(built, 'renderer'), (version) => opening.opened?.pictures.read(version) ?? null);

  const secrets: { texts: () => readonly string[] } = { texts: () => [] };
  const log = createFileLog(join(dataDir, 'logs'), () => secrets.texts());
  surviveFaults(log, startAgain);
  log('app.started', { version: app.getVersion(), electron: process.versions.electron });
  const window = new TillWindow(programs, startTexts.title, log);
  const customer = new CustomerWindow({
    programs,
    title: startTexts.customerScreen,
    look: () => {
      const till = opening.opened;
      return till && { mode: till.settings.read().customerScreen, view: () => till.customerView() };
    },
    log,
  });
  // A counter where no dialog of the system may open, a kiosk for instance, exchanges files by a folder.
  const { CAJAQR_EXCHANGE_DIR: exchange } = process.env;
  const diskWorker = diskWorkerIn(() => spawnDiskHost(programs));

  const opening = new Opening<Till>({
    dataDir,
    worker: diskWorker,
    now: () => new Date(),
    log,
    open: async () => {
      const till = new Till({
        dataDir,
        sealer: createSealer(dataDir),
        createPrinting: spawnPrinting(programs),
        log,
        provision: process.env.CAJAQR_PROVISION ?? null,
        onChange: () => {
          if (!opening.opened) return;
          window.changed();
          customer.changed();
        },
        onDraft: () => customer.changed(),
        diskWorker,
        pagePdf: () => window.pdf(),
        dialogs: exchange ? exchangeFolder(resolve(exchange)) : systemDialogs(() => window.front),
      });
      secrets.texts = () => till.secretTexts();
      await startOrClose(till);
      return till;
    },
    startAgain,
  });

  const started = opening.start();
  bindRequests(
    presentHandlers(() => handlersOf(opening)),
    started,
    (contents) => window.owns(contents),
    log,
  );
  window.open(
    () => opening.opened?.snapshot() ?? null,
    () => customer.close(),
  );
  app.on('second-instance', () => window.bringToFront());
  powerMonitor.on('resume', () => opening.opened?.wokeUp());
  endWith(opening);

  await started;
  customer.open();
  const problem = opening.opened?.provisionProblem;
  if (problem) say(startTexts.provisionRefused(formatProblem(problem)));
  else if (opening.opened) sayProvisionAdvice(opening.opened);
}

/** Practice mode's own file holds no secret of anybody. */
function sayProvisionAdvice(till: Till): void {
  const { CAJAQR_PROVISION: path } = process.env;
  const advice = path === undefined || till.settings.read().practice ? null : provisionAdvice(path);
  if (advice) say(advice);
}

/** A till that could not start leaves nothing behind that would still work on its data. */
async function startOrClose(till: Till): Promise<void> {
  try {
    await till.start();
  } catch (error) {
    await till.close();
    throw error;
  }
}

function handlersOf({ opened, recovery }: Opening<Till>): RequestHandlers {
  if (opened) return tillHandlers(opened);
  return recovery ? recoveryHandlers(recovery, () => app.quit()) : everythingRefused;
}

/** What is under way is on disk already; this only lets a ticket that is coming out come to its end. */
function endWith(opening: Opening<Till>): void {
  const state = { closed: false };
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    const till = opening.opened;
    if (state.closed || !till) return;
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
