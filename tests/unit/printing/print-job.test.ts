import { expect, it } from 'vitest';
import { printJobSchema } from '../../../electron/printing/print-job';
import { settingsSchema } from '../../../electron/storage/settings-store';
import { aTicket } from '../../support/a-ticket';

const job = {
  id: 'checkout-1',
  checkoutId: null,
  kind: 'sale',
  copy: 0,
  ticket: aTicket(),
  state: 'queued',
  trouble: null,
};

it('a job that was stored before there were refunds, reprints with a name and logos is still printed', () => {
  expect(Object.keys(job.ticket)).not.toEqual(expect.arrayContaining(['reprint']));
  expect(printJobSchema.safeParse(job).data).toEqual(job);
});

it('a printer that was chosen before printers had an identity stays chosen', () => {
  const printer = { transport: { kind: 'usb', path: '/dev/usb/lp0' }, columns: 48, codePage: 'PC858', cut: 'partial' };
  expect(settingsSchema.parse({ printer })).toMatchObject({ printer, printerConfirmations: {} });
});
