import { join } from 'node:path';
import type { BrowserWindow, WebContents } from 'electron';
import type { Snapshot } from '../../shared/snapshot';
import { oncePerFrame } from '../ipc/once-per-frame';
import type { Log } from '../log/log';
import { PAGE_URL } from './app-protocol';
import { broadcast } from './bind-ipc';
import { createConfinedWindow } from './confined-window';

/** The cashier's window. */
export class TillWindow {
  #window: BrowserWindow | null = null;
  #snapshot: (() => Snapshot | null) | null = null;
  /** Something that it shows has changed. A snapshot that can't be made must stop nothing. */
  readonly changed = oncePerFrame(
    () => {
      this.#tell();
    },
    (error) => {
      this.log('window.notTold', { error });
    },
  );
  #textSize = 100;

  constructor(
    private readonly programs: string,
    private readonly title: string,
    private readonly log: Log,
  ) {}

  /**
   * @param snapshot null while there is nothing to show yet
   * @param onClosed the cashier closed it, which ends the program
   */
  open(snapshot: () => Snapshot | null, onClosed: () => void): void {
    this.#snapshot = snapshot;
    const window = createConfinedWindow(
      { url: PAGE_URL, preload: join(this.programs, 'preload.cjs') },
      { width: 1366, height: 768, minWidth: 1024, minHeight: 700, useContentSize: true, title: this.title },
    );
    window.once('ready-to-show', () => window.show());
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.log('window.gone', { reason });
      // The sale and the charge are not the window's: a new page shows them as they are.
      if (reason !== 'clean-exit') void window.loadURL(PAGE_URL);
    });
    window.on('closed', () => {
      this.#window = null;
      onClosed();
    });
    // A page that was loaded anew begins at the size that the session remembers.
    window.webContents.on('did-finish-load', () => this.#grow(snapshot()?.appearance.textSize ?? 100));
    this.#window = window;
  }

  /** For what stands in front of it. */
  get front(): BrowserWindow | null {
    return this.#window;
  }

  owns(contents: WebContents): boolean {
    return contents === this.#window?.webContents;
  }

  #tell(): void {
    if (!this.#window) return;
    const snapshot = this.#snapshot?.();
    if (!snapshot) return;
    broadcast(this.#window.webContents, 'snapshot', snapshot);
    if (snapshot.appearance.textSize !== this.#textSize) this.#grow(snapshot.appearance.textSize);
  }

  /** Text, keys and lines grow as one, and the page arranges itself anew as on a smaller screen. */
  #grow(percent: number): void {
    this.#textSize = percent;
    this.#window?.webContents.setZoomFactor(percent / 100);
  }

  /** What the window's page has for paper, as half of an A4 sheet. Null while there is no window. */
  async pdf(): Promise<Uint8Array | null> {
    const contents = this.#window?.webContents;
    return contents ? contents.printToPDF({ pageSize: 'A5', printBackground: true }) : null;
  }

  bringToFront(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
  }
}
