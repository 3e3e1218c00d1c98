import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, powerMonitor, type BrowserWindow } from 'electron';
import { createFileLog } from '../log/file-log';
import { tillHandlers } from '../ipc/till-handlers';
import { formatProblem } from '../setup/located-json';
import { Till } from '../till';
import { declareAppProtocol, serveAppProtocol } from './app-protocol';
import { bindRequests, broadcast } from './bind-ipc';
import { spawnPrinting } from './spawn-printing';
import { createSealer } from './safe-storage-sealer';
import { openTillWindow } from './till-window';

/** `CAJAQR_DATA_DIR` moves everything that this till keeps; two folders are two tills. */
function dataFolder(): string {
  const moved = process.env.CAJAQR_DATA_DIR;
  const folder = moved ? resolve(moved) : join(app.getPath('appData'), 'Caja QR');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A line for whoever started the program from a terminal. */
function say(sentence: string): void {
  process.stderr.write(`Caja QR: ${sentence}\n`);
}

async function run(dataDir: string): Promise<void> {
  await app.whenReady();
  const built = join(app.getAppPath(), 'out');
  const here = join(built, 'electron');
  serveAppProtocol(join(built, 'renderer'));

  let window: BrowserWindow | null = null;
  let due = false;
  const log = createFileLog(join(dataDir, 'logs'), () => till?.secretTexts() ?? []);
  let till: Till | null = null;

  // Many changes of one moment are one message to the window.
  const publish = (): void => {
    if (due || !window) return;
    due = true;
    setImmediate(() => {
      due = false;
      if (window && till) broadcast(window.webContents, 'snapshot', till.snapshot());
    });
  };

  const opened = new Till({
    dataDir,
    sealer: createSealer(dataDir),
    createPrinting: spawnPrinting(here),
    log,
    provision: process.env.CAJAQR_PROVISION ?? null,
    onChange: publish,
  });
  till = opened;
  log('app.started', { version: app.getVersion(), electron: process.versions.electron });

  bindRequests(tillHandlers(opened), (contents) => contents === window?.webContents, log);
  window = openTillWindow(here, 'Caja QR');
  app.on('second-instance', () => {
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  powerMonitor.on('resume', () => opened.wokeUp());

  await opened.start();
  if (opened.provisionProblem) say(formatProblem(opened.provisionProblem));

  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void opened.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

declareAppProtocol();
const dataDir = dataFolder();
app.setName('Caja QR');
app.setPath('userData', join(dataDir, 'window'));
app.setPath('sessionData', join(dataDir, 'window'));
app.setPath('crashDumps', join(dataDir, 'crashes'));

if (app.requestSingleInstanceLock()) {
  run(dataDir).catch((error: unknown) => {
    say(`no pudo iniciar: ${String(error)}`);
    app.exit(1);
  });
} else {
  say('ya está abierta con estos datos; se mostró esa ventana.');
  app.exit(0);
}
