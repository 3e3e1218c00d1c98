import type { PaperElement } from './paper';
import type { PrintHead } from './print-head';
import type { PrinterActions } from './printer-actions';

type Picture = Extract<PaperElement, { kind: 'picture' }>;

/** Cheap printers run out of memory, or print rubbish, when one picture has more rows. */
const MOST_ROWS = 255;

/** QR codes and pictures: the commands that carry data of a length that they announce themselves. */
export class EscposGraphics {
  private qrModuleDots = 3;
  private qrData: string | null = null;
  private stored: Picture | null = null;

  constructor(
    private readonly head: PrintHead,
    private readonly actions: PrinterActions,
  ) {}

  reset(): void {
    this.qrModuleDots = 3;
    this.qrData = null;
    this.stored = null;
  }

  /** `GS ( k`, without its length. */
  symbol(data: Uint8Array): void {
    const [kind, job, ...rest] = data;
    if (kind !== 49) this.actions.object(`symbol ${kind ?? 'missing'} is not a QR code`);
    else if (job === 65 && rest.length === 2 && rest[0] === 50) return;
    else if (job === 67 && rest.length === 1) this.qrModuleDots = rest[0] ?? this.qrModuleDots;
    else if (job === 69 && rest.length === 1) return;
    else if (job === 80 && rest[0] === 48) this.storeQr(Uint8Array.from(rest.slice(1)));
    else if (job === 81 && rest.length === 1) this.printQr();
    else this.actions.object(`QR function ${job ?? 'missing'} with ${rest.length} parameters does not exist`);
  }

  /** `GS ( L` and `GS 8 L`, without their length: keep a picture (112) or print the one that was kept (50). */
  graphics(data: Uint8Array): void {
    if (data.length === 2 && data[1] === 50) {
      if (this.stored === null) this.actions.object('graphics are printed before their data');
      else this.picture(this.stored.bytesPerRow, this.stored.rows, this.stored.bits);
      return;
    }
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const dots = data.length < 10 ? 0 : view.getUint16(6, true);
    const rows = data.length < 10 ? 0 : view.getUint16(8, true);
    const bytesPerRow = Math.ceil(dots / 8);
    const bits = data.slice(10);
    if (data[0] !== 48 || data[1] !== 112 || bits.length !== bytesPerRow * rows) {
      this.actions.object('graphics data is malformed');
      return;
    }
    this.stored = { kind: 'picture', bytesPerRow, rows, bits, align: this.head.align };
  }

  /** Prints a picture of one bit a dot. */
  picture(bytesPerRow: number, rows: number, bits: Uint8Array): void {
    const { object } = this.actions;
    if (!this.head.lineIsEmpty) object('a picture in the middle of a line is ignored');
    if (bytesPerRow > Math.ceil(this.head.width / 8))
      object(`a picture of ${bytesPerRow * 8} dots is wider than the paper`);
    if (rows > MOST_ROWS) object(`a picture has ${rows} rows, more than many printers hold`);
    if (holdsRealTimeCommand(bits)) object('a picture holds the bytes of a real-time command');
    this.head.print({ kind: 'picture', bytesPerRow, rows, bits, align: this.head.align });
  }

  private storeQr(data: Uint8Array): void {
    // A length that is too long swallows the commands after the data.
    if (data.length === 0 || data.some((byte) => byte < 0x20)) {
      this.actions.object('QR data is empty or holds control bytes');
    }
    this.qrData = new TextDecoder().decode(data);
  }

  private printQr(): void {
    if (this.qrData === null) this.actions.object('a QR code is printed before its data');
    else this.head.print({ kind: 'qr', data: this.qrData, moduleDots: this.qrModuleDots, align: this.head.align });
  }
}

/** Printers obey `DLE EOT`, `DLE ENQ` and `DLE DC4` wherever the bytes appear, even inside a picture. */
function holdsRealTimeCommand(bits: Uint8Array): boolean {
  return bits.some((byte, index) => byte === 0x10 && [0x04, 0x05, 0x14].includes(bits[index + 1] ?? 0));
}
