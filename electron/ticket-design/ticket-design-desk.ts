import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/errors';
import type { AuditAct } from '../../shared/people/audit';
import type { PrintOutcome } from '../../shared/printer';
import type { PictureFile } from '../../shared/picture-file';
import type { TicketDesign } from '../../shared/ticket-design';
import type { Bitmap } from '../../shared/ticket/bitmap';
import type { PrintedLine } from '../../shared/ticket/printed-line';
import type { Ticket } from '../../shared/ticket/ticket';
import type { Translate } from '../../shared/texts/create-texts';
import { calibrationTicketOf, paperOf } from '../checkout/ticket-of';
import type { FileDialogs } from '../files/file-dialogs';
import { writeWhole } from '../files/write-whole';
import { choosePicture } from '../pictures/choose-picture';
import { layOutPaper } from '../printing/lay-out-paper';
import type { Settings } from '../storage/settings-store';
import { sampleTicket } from './sample-ticket';

export interface TicketDesignPorts {
  readonly settings: () => Settings;
  readonly save: (change: Partial<Settings>, act: AuditAct) => Result<undefined>;
  /** Prints what belongs to no sale. */
  readonly print: (ticket: Ticket) => Promise<Result<PrintOutcome>>;
  /** What the window has for paper, as a PDF; null where there is no window. */
  readonly pagePdf: () => Promise<Uint8Array | null>;
  readonly dialogs: FileDialogs;
  readonly texts: () => Translate;
  readonly now: () => Date;
  readonly timeZone: () => string | null;
}

/** What the shop's papers look like: tried out, kept, and the tries of the printer that it takes. */
export class TicketDesignDesk {
  readonly #ports: TicketDesignPorts;

  constructor(ports: TicketDesignPorts) {
    this.#ports = ports;
  }

  logo(): Bitmap | null {
    return this.#ports.settings().logo;
  }

  chooseLogo(): Promise<Result<PictureFile | null>> {
    const { dialogs, texts } = this.#ports;
    const t = texts();
    return choosePicture(dialogs, { title: t('ticketDesign.chooseLogo'), filter: t('ticketDesign.pictures') });
  }

  /** By the very code that prints, down to the letters that a code page lacks. */
  async preview({ business, logo, paper }: TicketDesign): Promise<PrintedLine[]> {
    const { settings, texts, now, timeZone } = this.#ports;
    // With it comes the whole of node-thermal-printer and its tables, which nothing else in this process needs.
    const { seenOnPaper } = await import('../printing/seen-on-paper');
    const facts = paperOf({ ...settings(), business }, timeZone());
    return seenOnPaper(layOutPaper(sampleTicket(facts, now(), texts()), paper, logo), paper.codePage);
  }

  save({ business, logo, paper }: TicketDesign): Result<undefined> {
    const { settings, save } = this.#ports;
    const { printer } = settings();
    return save({ business, logo, ...(printer && { printer: { ...printer, ...paper } }) }, 'businessChanged');
  }

  printCalibration(): Promise<Result<PrintOutcome>> {
    const { settings, print, now, timeZone } = this.#ports;
    return print(calibrationTicketOf(settings(), now(), timeZone()));
  }

  /** The page with the caja's QR, to be printed by whatever this computer prints pages with. */
  async saveQrPage(): Promise<Result<{ readonly file: string } | null>> {
    const { settings, dialogs, texts, pagePdf } = this.#ports;
    const t = texts();
    const kind = { title: t('setup.register.qrTitle'), filter: 'PDF', extensions: ['pdf'] };
    const path = await dialogs.save(kind, `qr-${settings().register?.externalId ?? 'caja'}.pdf`);
    if (path === null) return ok(null);
    try {
      const pdf = await pagePdf();
      const written = pdf !== null && (await writeWhole(path, pdf));
      return written ? ok({ file: basename(path) }) : fail({ code: 'fileNotWritten' });
    } catch {
      return fail({ code: 'fileNotWritten' });
    }
  }

  printQr(qr: Bitmap): Promise<Result<PrintOutcome>> {
    const { settings, print, timeZone } = this.#ports;
    return print({ ...paperOf(settings(), timeZone()), kind: 'registerQr', qr, copy: 0 });
  }
}
