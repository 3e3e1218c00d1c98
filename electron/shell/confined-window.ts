import { BrowserWindow, session, type BrowserWindowConstructorOptions, type WebContents } from 'electron';

/** `devtools:` for whoever develops; the till itself needs nothing from any network. */
const allowedSchemes = new Set(['app:', 'data:', 'devtools:']);

interface ConfinedPage {
  /** The only address that its window may ever show. */
  readonly url: string;
  readonly preload: string;
}

/** A window for one page of ours: sandboxed, isolated, unable to go anywhere or open anything. Not shown yet. */
export function createConfinedWindow(page: ConfinedPage, options: BrowserWindowConstructorOptions): BrowserWindow {
  closeSession();
  const window = new BrowserWindow({
    ...options,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f6f3ec',
    webPreferences: {
      preload: page.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // A middle click would ask for a window.
      disableBlinkFeatures: 'Auxclick',
      spellcheck: false,
      // The counter's window is often behind another one when the payment arrives.
      backgroundThrottling: false,
    },
  });
  window.removeMenu();
  window.webContents.on('before-input-event', (event, input) => {
    // macOS keeps its menu, whose ⌘R would throw the screen away in front of the customer. F5 and Ctrl+R are the page's own.
    if (input.meta && input.key.toLowerCase() === 'r') event.preventDefault();
  });
  confine(window.webContents, page.url);
  void window.loadURL(page.url);
  return window;
}

function confine(contents: WebContents, url: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Of any frame: the page has none, so whatever wants to fill one is not ours.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== url) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

let closed = false;

/** What the page's own rules forbid is forbidden here once more, should the page ever not be ours. */
function closeSession(): void {
  if (closed) return;
  closed = true;
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !allowedSchemes.has(new URL(url).protocol) });
  });
}
