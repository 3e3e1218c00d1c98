import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A network line to a server on this machine that can be cut and mended. */
export interface Line {
  /** The server's address by way of this line. */
  readonly url: string;
  /** Ends every connection, and refuses new ones. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** How many connections were made in all. */
  readonly connections: () => number;
}

/** Gone when the test is. */
export async function layLine(targetUrl: string): Promise<Line> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let isCut = false;
  let made = 0;

  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    made++;
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        endAll();
        server.close(() => resolve());
      }),
  );
  return {
    url: `http://127.0.0.1:${String(port)}`,
    cut: () => {
      isCut = true;
      endAll();
    },
    mend: () => {
      isCut = false;
    },
    connections: () => made,
  };
}
