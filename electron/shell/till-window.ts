import { join } from 'node:path';
import { BrowserWindow, session, type Session, type WebContents } from 'electron';
import type { Snapshot } from '../../shared/snapshot';
import type { Log } from '../log/log';
import { PAGE_URL } from './app-protocol';
import { broadcast } from './bind-ipc';

/** `devtools:` for whoever develops; the till itself needs nothing from any network. */
const allowedSchemes = new Set(['app:', 'data:', 'devtools:']);

/** One frame at 60 Hz. */
const FRAME_MS = 16;

/** The cashier's window: sandboxed, isolated, unable to go anywhere or open anything. */
export class TillWindow {
  #window: BrowserWindow | null = null;
  #snapshot: (() => Snapshot | null) | null = null;
  #due = false;

  constructor(
    private readonly programs: string,
    private readonly title: string,
    private readonly log: Log,
  ) {}

  /** @param snapshot null while there is nothing to show yet. */
  open(snapshot: () => Snapshot | null): void {
    this.#snapshot = snapshot;
    const window = createWindow(join(this.programs, 'preload.cjs'), this.title);
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.log('window.gone', { reason });
      // The sale and the charge are not the window's: a new page shows them as they are.
      if (reason !== 'clean-exit') void window.loadURL(PAGE_URL);
    });
    window.on('closed', () => (this.#window = null));
    this.#window = window;
  }

  owns(contents: WebContents): boolean {
    return contents === this.#window?.webContents;
  }

  /** Many changes of one moment are one message: nobody sees more than a frame shows, and the charge goes first. */
  changed(): void {
    if (this.#due) return;
    this.#due = true;
    setTimeout(() => {
      this.#due = false;
      this.#tell();
    }, FRAME_MS);
  }

  /** A snapshot that can't be made must stop nothing: the money goes on behind the screen. */
  #tell(): void {
    try {
      const snapshot = this.#snapshot?.();
      if (this.#window && snapshot) broadcast(this.#window.webContents, 'snapshot', snapshot);
    } catch (error) {
      this.log('window.notTold', { error });
    }
  }

  bringToFront(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
  }
}

function createWindow(preload: string, title: string): BrowserWindow {
  closeSession(session.defaultSession);
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
      preload,
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
  window.once('ready-to-show', () => window.show());
  window.webContents.on('before-input-event', (event, input) => {
    // A reload would throw the screen away in front of the customer; cashiers press F5 by habit.
    const command = input.control || input.meta;
    if (input.key === 'F5' || (command && input.key.toLowerCase() === 'r')) event.preventDefault();
  });
  confine(window.webContents);
  void window.loadURL(PAGE_URL);
  return window;
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Of any frame: the page has none, so whatever wants to fill one is not ours.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== PAGE_URL) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** What the page's own rules forbid is forbidden here once more, should the page ever not be ours. */
function closeSession(closed: Session): void {
  closed.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  closed.setPermissionCheckHandler(() => false);
  closed.setDevicePermissionHandler(() => false);
  closed.on('will-download', (event) => event.preventDefault());
  closed.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !allowedSchemes.has(new URL(url).protocol) });
  });
}
