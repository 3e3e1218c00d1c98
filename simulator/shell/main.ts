import { app, BrowserWindow, screen } from 'electron';
import { findPhoneAddress } from './phone-address';

const title = 'Práctica · El teléfono del cliente';
// The phone and, beside it, the paper that came out.
const size = { width: 960, height: 800 };

/** Practice mode's second window: a page of the simulator in which a person plays the customer. */
function openPhone(address: string): void {
  const { workArea } = screen.getPrimaryDisplay();
  const window = new BrowserWindow({
    title,
    ...size,
    // In the corner, where the till in the middle of the screen covers as little of it as can be.
    x: Math.max(workArea.x, workArea.x + workArea.width - size.width),
    y: Math.max(workArea.y, workArea.y + workArea.height - size.height),
    minWidth: 360,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, disableBlinkFeatures: 'Auxclick' },
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
