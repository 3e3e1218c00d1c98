import { app, BrowserWindow } from 'electron';
import { findPhoneAddress } from './phone-address';

const title = 'Práctica · El teléfono del cliente';

/** Practice mode's second window: a page of the simulator in which a person plays the customer. */
function openPhone(address: string): void {
  const window = new BrowserWindow({
    title,
    // The phone and, beside it, the paper that came out.
    width: 960,
    height: 800,
    minWidth: 360,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  const { origin } = new URL(address);
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => {
    if (new URL(event.url).origin !== origin) event.preventDefault();
  });
  webContents.session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  void window.loadURL(address);
}

const address = findPhoneAddress(process.argv.slice(1));
if (address === null) {
  process.stderr.write('Give the address of the phone page, http://127.0.0.1:<port>/phone.\n');
  process.exit(1);
}
app.on('window-all-closed', () => {
  app.quit();
});
void app.whenReady().then(() => {
  openPhone(address);
});
