import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { RealTimeFilter } from '../../../simulator/printer/real-time-filter';

/**
 * The cable between the till and a network printer, cut where a test says. Status requests do not count as bytes, nor do
 * the NULs that bring a printer back to its senses before a ticket.
 */
export interface PrinterCable {
  readonly port: number;
  /**
   * Calls back when so many more bytes of a ticket have reached the printer. What was sent after them is lost, as when
   * the power goes, or still arrives, as when only the program dies.
   */
  cutAfter(bytes: number, rest: 'lost' | 'arrives', then: () => void): void;
  /** Calls back when the printer answers the next fence, before the till can hear it. */
  onAcknowledged(then: () => void): void;
  /** The till holds a connection. */
  isTaken(): boolean;
  /** Whole again. */
  mend(): void;
  /** Bytes of tickets that reached the printer since this was last asked. */
  takeCount(): number;
  close(): Promise<void>;
}

/** Epson fixes these bits in every answer to `DLE EOT`; what looks otherwise answers a command of the ticket. */
const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;
/** Fewer bytes are a question between two tickets. */
const SHORTEST_TICKET = 100;

export async function layPrinterCable(printer: {
  readonly host: string;
  readonly port: number;
}): Promise<PrinterCable> {
  const sockets = new Set<Socket>();
  let left: { bytes: number; readonly rest: 'lost' | 'arrives'; readonly then: () => void } | null = null;
  let acknowledged: (() => void) | null = null;
  let broken = false;
  let count = 0;

  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ ...printer, noDelay: true });
    const filter = new RealTimeFilter(() => undefined);
    near.on('data', (bytes) => {
      for (const byte of bytes) {
        if (broken) return;
        far.write(Uint8Array.of(byte));
        const arrived = filter.pass(Uint8Array.of(byte)).filter((each) => each !== 0).length;
        count += arrived;
        if (!left || arrived === 0) continue;
        left.bytes -= arrived;
        if (left.bytes > 0) continue;
        const { rest, then } = left;
        left = null;
        broken = rest === 'lost';
        then();
      }
    });
    far.on('data', (bytes) => {
      if (broken) return;
      if (acknowledged && count > SHORTEST_TICKET && ![...bytes].every(isStatus)) {
        const then = acknowledged;
        acknowledged = null;
        broken = true;
        then();
        return;
      }
      near.write(bytes);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('end', () => other.end());
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, printer.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes, rest, then) => {
      left = { bytes, rest, then };
    },
    onAcknowledged: (then) => {
      count = 0;
      acknowledged = then;
    },
    isTaken: () => sockets.size > 0,
    mend: () => {
      broken = false;
      left = null;
      acknowledged = null;
    },
    takeCount: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
