import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { encodeTicket } from '../../electron/printing/encode-ticket';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import { layoutTicket } from '../../shared/ticket/layout-ticket';
import type { Shop } from '../support/e2e/a-shop';
import { typicalTicket } from './typical-ticket';

const PAPER = { columns: 48, codePage: 'PC858', cut: 'partial' } as const;
const TOTAL = 3400;

export interface BarePath {
  /** Puts an order on the caja that notifies the script. */
  charge(pos: string): Promise<void>;
  /** When it gets its next notification, in ns of `process.hrtime`; resolves once that one's ticket is printed. */
  nextNotification(): Promise<bigint>;
  close(): Promise<void>;
}

/** Starts bare-path.ts as a program of its own, with a ticket in its hand. */
export async function startBarePath(shop: Shop, printerPort: number): Promise<BarePath> {
  const ticketFile = join(shop.folder, 'ticket.bin');
  const lines = layoutTicket(typicalTicket, PAPER, ticketTexts(typicalTicket.locale));
  writeFileSync(ticketFile, encodeTicket(lines, PAPER));
  const { userId, accessToken } = shop.control.account;
  const assignment = {
    apiUrl: shop.simulator.url,
    token: accessToken,
    printerPort,
    ticketFile,
    storeFile: join(shop.folder, 'notifications.jsonl'),
  };
  const child = fork(join(process.cwd(), 'out', 'bench', 'bare-path.js'), [JSON.stringify(assignment)]);
  const nextMessage = async (): Promise<unknown> => (await once(child, 'message'))[0];
  const { url } = z.object({ url: z.url() }).parse(await nextMessage());
  let orders = 0;

  return {
    charge: async (pos) => {
      orders += 1;
      const reference = `BARE${orders}`;
      child.send({ reference, total: TOTAL });
      const item = { title: 'Alfajor', unit_price: TOTAL, quantity: 1, unit_measure: 'unit', total_amount: TOTAL };
      const order = {
        external_reference: reference,
        title: 'Venta',
        description: 'Venta',
        notification_url: url,
        total_amount: TOTAL,
        items: [item],
      };
      const path = `/instore/qr/seller/collectors/${userId}/stores/SUC001/pos/${pos}/orders`;
      const { status } = await fetch(shop.simulator.url + path, {
        method: 'PUT',
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(order),
      });
      if (status !== 204) throw new Error(`the order was answered ${status}`);
    },
    nextNotification: async () => {
      const { receivedAt } = z.object({ receivedAt: z.string() }).parse(await nextMessage());
      return BigInt(receivedAt);
    },
    close: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
