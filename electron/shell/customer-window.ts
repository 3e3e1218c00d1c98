import { join } from 'node:path';
import { screen, type BrowserWindow, type Display } from 'electron';
import type { CustomerScreenMode } from '../../shared/customer-screen';
import { customerViewSchema, type CustomerView } from '../../shared/customer-view';
import { CUSTOMER_CHANNEL } from '../../shared/ipc-contract';
import { oncePerFrame } from '../ipc/once-per-frame';
import type { Log } from '../log/log';
import { CUSTOMER_PAGE_URL } from './app-protocol';
import { createConfinedWindow } from './confined-window';

export interface CustomerWindowPorts {
  readonly programs: string;
  readonly title: string;
  /** null while there is nothing to show yet. */
  readonly look: () => { readonly mode: CustomerScreenMode; readonly view: () => CustomerView } | null;
  readonly log: Log;
}

/** The customer's screen: there is one while there is a place for it. It hears and never asks. */
export class CustomerWindow {
  readonly #ports: CustomerWindowPorts;
  #window: BrowserWindow | null = null;
  #placedAt: string | null = null;
  #shown: string | null = null;
  #closed = false;
  readonly changed = oncePerFrame(
    () => {
      this.#follow();
    },
    (error) => {
      this.#ports.log('customerScreen.notTold', { error });
    },
  );

  constructor(ports: CustomerWindowPorts) {
    this.#ports = ports;
  }

  /** Follows screens that are plugged in and pulled out. Once the app is ready. */
  open(): void {
    for (const change of ['display-added', 'display-removed', 'display-metrics-changed'] as const) {
      // Electron's overloads name one event each.
      screen.on(change as 'display-added', this.changed);
    }
    this.changed();
  }

  close(): void {
    this.#closed = true;
    this.#remove();
  }

  #follow(): void {
    if (this.#closed) return;
    const looked = this.#ports.look();
    if (!looked) return;
    this.#place(looked.mode);
    if (this.#window) this.#tell(this.#window, looked.view());
  }

  #place(mode: CustomerScreenMode): void {
    const display = mode === 'auto' ? secondDisplay() : null;
    const place = mode === 'window' ? 'window' : display && `${display.id} ${JSON.stringify(display.bounds)}`;
    if (place === this.#placedAt) return;
    this.#remove();
    if (place !== null) this.#window = this.#create(display);
    this.#placedAt = place;
  }

  #create(display: Display | null): BrowserWindow {
    const window = createConfinedWindow(
      { url: CUSTOMER_PAGE_URL, preload: join(this.#ports.programs, 'customer-preload.cjs') },
      {
        title: this.#ports.title,
        ...(display
          ? { ...display.bounds, frame: false, fullscreen: true, skipTaskbar: true }
          : { width: 1024, height: 600, minWidth: 640, minHeight: 400, useContentSize: true }),
      },
    );
    // The cashier types on: this window must never take the keys.
    window.once('ready-to-show', () => window.showInactive());
    window.webContents.on('did-finish-load', () => {
      this.#shown = null;
      this.changed();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.#ports.log('customerScreen.gone', { reason });
      if (reason !== 'clean-exit') void window.loadURL(CUSTOMER_PAGE_URL);
    });
    window.on('closed', () => {
      if (this.#window === window) this.#window = null;
    });
    return window;
  }

  #tell({ webContents }: BrowserWindow, view: CustomerView): void {
    if (webContents.isLoading() || webContents.getURL() !== CUSTOMER_PAGE_URL) return;
    // Parsed, so that nothing but the view can leave.
    const parsed = customerViewSchema.parse(view);
    const told = JSON.stringify(parsed);
    if (told === this.#shown) return;
    webContents.send(CUSTOMER_CHANNEL, parsed);
    this.#shown = told;
  }

  #remove(): void {
    this.#window?.destroy();
    this.#window = null;
    this.#placedAt = null;
    this.#shown = null;
  }
}

/** The one that the cashier's window is not on by default. */
function secondDisplay(): Display | null {
  const primary = screen.getPrimaryDisplay();
  return screen.getAllDisplays().find(({ id }) => id !== primary.id) ?? null;
}
