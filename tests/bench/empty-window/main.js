// The least that shows a page, as large and as sandboxed as the till's window. Electron is ready only after this file ran.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    useContentSize: true,
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false },
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  void window.loadFile('page.html');
});
app.on('window-all-closed', () => app.quit());
