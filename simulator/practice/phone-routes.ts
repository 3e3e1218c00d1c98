import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { SimulatorControl } from '../control/control';
import type { ScanView } from '../control/views';
import type { PhoneScan, PhoneState } from '../phone/phone-state';
import type { PracticePrinter } from './practice-printer';

import page from '../phone/index.html?raw';
import style from '../phone/phone.css?raw';
import script from '../phone/phone.js?raw';
import { sites } from '../world/sites';

/** Nothing from anywhere else, nothing inline. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const stateQuery = z.object({ scan: z.string().optional() });

/** Papers listed for the page; older ones stay in their folder. */
const papersShown = 20;

/** The customer's phone: a page, and the state that it asks for. */
export function registerPhoneRoutes(
  app: FastifyInstance,
  control: SimulatorControl,
  printer: PracticePrinter | null,
): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers({
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    done();
  });
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/phone.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/phone.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  app.get('/inter.woff2', async (_request, reply) => {
    const { resolve } = createRequire(import.meta.url);
    const font = await readFile(resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));
    return reply.type('font/woff2').send(font);
  });
  app.get('/state', ({ query }): PhoneState => {
    const { scan } = stateQuery.parse(query);
    const found = control.scans().find(({ id, left }) => id === scan && !left);
    return {
      pos: control.allPos().flatMap(({ externalId, name }) => (externalId === null ? [] : [{ externalId, name }])),
      scan: found === undefined ? null : phoneScan(found, control.account.siteId),
      papers: printer?.papers().slice(-papersShown) ?? [],
      printer: printer?.switches() ?? null,
    };
  });
}

function phoneScan(scan: ScanView, siteId: keyof typeof sites): PhoneScan {
  const language = siteId === 'MLB' ? 'pt' : 'es';
  return {
    id: scan.id,
    seller: scan.seller,
    items: scan.order.items.map(({ title }) => title),
    amount: scan.order.amount,
    currency: scan.order.currency,
    locale: `${language}-${sites[siteId].country}`,
    orderState: scan.order.state,
    lastAttempt: scan.payments.at(-1)?.status ?? null,
    paid: scan.paid,
    paymentId: scan.payments.findLast(({ status }) => status === 'approved')?.id ?? null,
  };
}
