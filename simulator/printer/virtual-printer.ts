import { createServer, type Server, type Socket } from 'node:net';
import { PaperTray, type PrintedPaper } from './paper-tray';
import type { PrinterFaults } from './printer-faults';
import { PrinterModel } from './printer-model';

export interface VirtualPrinterOptions {
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** Folder for the pictures of what comes out; without it nothing is drawn. */
  readonly dir?: string | null;
  /** Characters of Font A across the paper. */
  readonly columns?: number;
}

/** A ticket printer that exists only here. */
export interface VirtualPrinter {
  /** What was cut, oldest first. */
  papers(): readonly PrintedPaper[];
  /** Lines printed since the last cut. */
  unfinished(): readonly string[];
  drawerKicks(): readonly (2 | 5)[];
  /** Bytes that arrived, without status requests. */
  bytesReceived(): number;
  readonly faults: PrinterFaults;
  /** Pulls the cable: what is in the printer's buffer is lost, what is on paper stays. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  /** Calls back for each paper once its picture is on disk, until the returned function is called. */
  onPaper(listener: (paper: PrintedPaper) => void): () => void;
  /** Resolves when every picture so far is on disk. */
  drawn(): Promise<void>;
  close(): Promise<void>;
}

export interface VirtualNetworkPrinter extends VirtualPrinter {
  readonly host: string;
  readonly port: number;
}

/** A network printer (raw TCP). Like the real ones it serves one connection at a time; the next one waits. */
export async function startVirtualPrinter(options: VirtualPrinterOptions = {}): Promise<VirtualNetworkPrinter> {
  const { host = '127.0.0.1', columns = 48, dir = null } = options;
  const tray = new PaperTray(columns, dir);
  const sockets = new Set<Socket>();
  let serving: Socket | null = null;

  const model = new PrinterModel({
    columns,
    answer: (bytes) => void serving?.write(bytes),
    onCut: (paper) => tray.add(paper),
    onUnplug: () => void unplug(),
  });

  const server = createServer({ noDelay: true }, (socket) => {
    socket.pause();
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => {
      model.receive(bytes);
      if (!model.hasRoom) socket.pause();
      resumeWhenRoom(socket);
    });
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      sockets.delete(socket);
      if (serving === socket) serveNext();
    });
    if (serving === null) serveNext();
  });

  function serveNext(): void {
    serving = sockets.values().next().value ?? null;
    if (serving) resumeWhenRoom(serving);
  }

  function resumeWhenRoom(socket: Socket): void {
    if (socket !== serving || socket.destroyed) return;
    if (model.hasRoom) socket.resume();
    else model.whenRoom(() => resumeWhenRoom(socket));
  }

  async function unplug(): Promise<void> {
    const closed = closeServer(server);
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
    model.restart();
  }

  const port = await listen(server, host, options.port ?? 0);
  return {
    host,
    port,
    papers: () => tray.papers,
    unfinished: () => model.unfinished,
    drawerKicks: () => model.drawerKicks,
    bytesReceived: () => model.bytesReceived,
    faults: model.faults,
    unplug,
    plugIn: async () => {
      await listen(server, host, port);
    },
    onPaper: (listener) => tray.onPaper(listener),
    drawn: () => tray.drawn(),
    close: async () => {
      model.stop();
      if (server.listening) await unplug();
      model.stop();
      await tray.drawn();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the printer has no port'));
      else resolve(address.port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
