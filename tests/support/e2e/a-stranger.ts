import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's server on this computer, who writes down whoever comes by, and welcomes everybody. */
export async function startStranger() {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', request.url?.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.end(
      request.url?.endsWith('.js') ? 'window.strangerRan = true;' : '<!doctype html><title>Stranger</title>',
    );
  });
  server.on('upgrade', (request, socket) => {
    visits.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on an address and a port has one.
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    visits,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
