// A main process that has lost its mind: it shows a page with the till's real preload, broadcasts garbage to it and
// answers its requests with garbage, then sends the one snapshot that it was given.
import { readFileSync } from 'node:fs';
import { app, BrowserWindow, ipcMain, protocol } from 'electron';

const { GARBLING_PRELOAD: preload = '', GARBLING_SNAPSHOT: snapshotFile = '' } = process.env;
const snapshot = JSON.parse(readFileSync(snapshotFile, 'utf8'));

const circle = {};
circle.self = circle;
const garbage = [
  undefined,
  null,
  Number.NaN,
  'x'.repeat(1_000_000),
  [],
  {},
  circle,
  new Map([['revision', 1]]),
  new Uint8Array(100_000),
  JSON.parse('{"__proto__":{"ok":true,"value":{}}}'),
  { ok: 'true', value: snapshot },
  { ok: true },
  { ok: true, value: { ...snapshot, revision: 'newest' } },
  { ok: false, error: { code: 'no such code' } },
  { ...snapshot, revision: -1 },
  { ...snapshot, checkout: { state: { kind: 'paid' } } },
  { ...snapshot, setup: undefined },
];
const names = ['snapshot', '__proto__', 'toString', undefined, {}, Number.NaN];

const page = `<!doctype html><title>Garbled</title><script>
  window.told = [];
  window.till.subscribe('snapshot', (snapshot) => window.told.push(snapshot.revision));
</script>`;

app.setPath('userData', process.env.CAJAQR_DATA_DIR ?? '');
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

let asked = 0;
ipcMain.handle('till:request', (_event, name) => {
  if (name === 'till.snapshot') return { ok: true, value: snapshot };
  if (name === 'draft.load') throw new Error('the handler itself is broken');
  return garbage[asked++ % garbage.length];
});

void app.whenReady().then(() => {
  protocol.handle(
    'app',
    () => new globalThis.Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload, contextIsolation: true, sandbox: true, nodeIntegration: false },
  });
  window.webContents.on('did-finish-load', () => {
    for (const name of names) for (const payload of garbage) window.webContents.send('till:broadcast', name, payload);
    window.webContents.send('till:broadcast', 'snapshot', snapshot);
  });
  void window.loadURL('app://till/index.html');
});
app.on('window-all-closed', () => app.quit());
