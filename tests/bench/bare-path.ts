import { fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/**
 * The path of a payment as one bare script, with nothing of the till in it: takes the notification, keeps it on disk,
 * asks Mercado Pago, looks whether the printer can print, and sends a ticket that is ready. No window, no other sales, no
 * retries, no crash safety beyond the kept notification.
 */
interface Assignment {
  readonly apiUrl: string;
  readonly token: string;
  readonly printerPort: number;
  readonly ticketFile: string;
  readonly storeFile: string;
}

interface ExpectedOrder {
  readonly reference: string;
  readonly total: number;
}

interface MerchantOrder {
  readonly status: string;
  readonly external_reference: string;
  readonly payments: readonly { readonly status: string; readonly transaction_amount: number }[];
}

const assignment = JSON.parse(process.argv[2] ?? '') as Assignment;
const ticket = readFileSync(assignment.ticketFile);
const store = openSync(assignment.storeFile, 'a');
const agent = new Agent({ keepAlive: true });
let expected: ExpectedOrder = { reference: '', total: 0 };

process.on('message', (message) => {
  expected = message as ExpectedOrder;
});
process.on('disconnect', () => process.exit());

const server = createServer((request, response) => {
  const receivedAt = process.hrtime.bigint();
  void textOf(request).then((body) => {
    const { id, status } = JSON.parse(body) as { id: number | string; status: string };
    if (status === 'opened') {
      response.end();
      return;
    }
    writeSync(store, `${body}\n`);
    fdatasyncSync(store);
    response.end();
    void finish(String(id), receivedAt);
  });
});

async function finish(id: string, receivedAt: bigint): Promise<void> {
  const [named, found] = await Promise.all([
    ask<MerchantOrder>(`/merchant_orders/${id}`),
    ask<{ elements: MerchantOrder[] }>(`/merchant_orders/search?external_reference=${expected.reference}`),
  ]);
  if (![named, ...found.elements].some(isPaid)) throw new Error('not paid');
  await print();
  process.send?.({ receivedAt: String(receivedAt) });
}

function isPaid({ status, external_reference, payments }: MerchantOrder): boolean {
  const paid = payments.reduce((sum, each) => sum + (each.status === 'approved' ? each.transaction_amount : 0), 0);
  return status === 'closed' && external_reference === expected.reference && paid >= expected.total;
}

function ask<Body>(path: string): Promise<Body> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${assignment.token}` };
    get(assignment.apiUrl + path, { agent, headers }, (response) => {
      void textOf(response).then((text) => resolve(JSON.parse(text) as Body));
    }).on('error', reject);
  });
}

function print(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: assignment.printerPort, noDelay: true });
    const answers: number[] = [];
    socket.write(Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4));
    socket.on('data', (bytes) => {
      answers.push(...bytes);
      if (answers.length < 3) return;
      if (answers.some((answer) => (answer & 0x6c) !== 0)) reject(new Error('the printer can not print'));
      socket.end(ticket, () => resolve());
    });
    socket.on('error', reject);
  });
}

function textOf(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    message.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    message.on('end', () => resolve(text));
    message.on('error', reject);
  });
}

server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
});
