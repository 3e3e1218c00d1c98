import { join } from 'node:path';
import { BrowserWindow, session, type WebContents } from 'electron';
import { PAGE_URL } from './app-protocol';

/** The cashier's window: sandboxed, isolated, unable to go anywhere or open anything. */
export function openTillWindow(preloadFolder: string, title: string): BrowserWindow {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 700,
    useContentSize: true,
    show: false,
    title,
    autoHideMenuBar: true,
    backgroundColor: '#f6f3ec',
    webPreferences: {
      preload: join(preloadFolder, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // The counter's window is often behind another one when the payment arrives.
      backgroundThrottling: false,
    },
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('before-input-event', (event, input) => {
    // A reload would throw the screen away in front of the customer; cashiers press F5 by habit.
    if (input.key === 'F5' || (input.control && input.key.toLowerCase() === 'r')) event.preventDefault();
  });
  confine(window.webContents);
  void window.loadURL(PAGE_URL);
  return window;
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (event.url !== PAGE_URL) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
