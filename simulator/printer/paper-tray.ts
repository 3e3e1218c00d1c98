import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPaper } from './draw-paper';
import type { CutPaper } from './printer-model';

export interface PrintedPaper {
  /** 1 is the first that this printer cut. */
  readonly number: number;
  readonly lines: readonly string[];
  readonly problems: readonly string[];
  /** Path of its picture (PNG), or null when no folder was given. */
  readonly picture: string | null;
}

/** Keeps what was cut, and draws each as a picture when there is a folder to put it in. */
export class PaperTray {
  readonly papers: PrintedPaper[] = [];
  private readonly listeners = new Set<(paper: PrintedPaper) => void>();
  private drawing: Promise<void> = Promise.resolve();

  constructor(
    private readonly columns: number,
    private readonly dir: string | null,
  ) {}

  add({ lines, problems, elements }: CutPaper): void {
    const number = this.papers.length + 1;
    const picture = this.dir === null ? null : join(this.dir, `ticket-${String(number).padStart(4, '0')}.png`);
    const paper = { number, lines, problems, picture };
    this.papers.push(paper);
    this.drawing = this.drawing.then(async () => {
      if (picture !== null) await this.draw(elements, picture);
      for (const listener of this.listeners) listener(paper);
    });
  }

  /** Calls back for each paper once its picture is on disk, until the returned function is called. */
  onPaper(listener: (paper: PrintedPaper) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Resolves when every picture so far is on disk. */
  async drawn(): Promise<void> {
    await this.drawing;
  }

  private async draw(elements: CutPaper['elements'], picture: string): Promise<void> {
    if (this.dir !== null) await mkdir(this.dir, { recursive: true });
    await writeFile(picture, await drawPaper(elements, this.columns));
  }
}
