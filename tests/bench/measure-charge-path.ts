import { startVirtualPrinter, type VirtualPrinter } from '../../simulator/printer/virtual-printer';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';
import { nextNotification } from './next-notification';
import { tapPrinter, type PrinterTap } from './printer-tap';
import { startBarePath, type BarePath } from './run-bare-path';
import type { Comparison } from './statistics';

const COLUMNS = 48;
const WARM_UP = 6;
/** Of an answer of Mercado Pago over the internet, at the quick end. */
const FAR_MS = 100;

/** From the notification at the relay to the first byte of the ticket, on the whole till and in one bare script. */
export async function measureChargePath(sales: number): Promise<Comparison[]> {
  const shop = await openShop();
  const tap = await tapPrinter(shop.printer);
  const besidePrinter = await startVirtualPrinter({ columns: COLUMNS });
  const besideTap = await tapPrinter(besidePrinter);
  const bare = await startBarePath(shop, besideTap.port);
  try {
    shop.writeProvision({
      printer: { transport: { kind: 'network', host: shop.printer.host, port: tap.port }, columns: COLUMNS },
    });
    const screen = await shop.openTill();
    await shop.relayHears(screen);

    const byTurns = async (name: string, count: number): Promise<Comparison> => {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let sale = 0; sale < count; sale += 1) {
        ours.push(await sellAtTheTill(shop, screen, tap));
        theirs.push(await sellBarely(shop, bare, besideTap));
        await until('both tickets', () => countOf(shop.printer) === countOf(besidePrinter));
      }
      return { name, beside: 'one bare script', unit: 'ms', aim: 1.5, ours, theirs };
    };
    await byTurns('warm-up', WARM_UP);
    const near = await byTurns('notification to first byte at the printer', sales);
    shop.control.faults.add({ match: { path: '^/merchant_orders' }, fault: { kind: 'delay', ms: FAR_MS } });
    const far = await byTurns(`the same, Mercado Pago answering in ${FAR_MS} ms`, sales);
    checkPapers(shop.printer, besidePrinter);
    return [near, far];
  } finally {
    await bare.close();
    await shop.close();
    await tap.close();
    await besideTap.close();
    await besidePrinter.close();
  }
}

async function sellAtTheTill(shop: Shop, screen: TillScreen, tap: PrinterTap): Promise<number> {
  await screen.enter('7790001000019');
  await screen.enter('2*7790001000026');
  await screen.enter('7790001000033');
  await screen.charge();
  await screen.shows('awaitingPayment');
  const scan = shop.control.scanOrder(POS);
  await shop.control.notifications.settled();

  const received = nextNotification();
  const printed = tap.nextTicketByte();
  shop.control.pay(scan);
  const took = milliseconds(await received, await printed);
  await screen.paid();
  await screen.reads('ticket-fate', /Ticket impreso/);
  await until('the next sale', async () => {
    await screen.page.keyboard.press('Enter');
    return (await screen.snapshot()).checkout === null;
  });
  return took;
}

async function sellBarely(shop: Shop, bare: BarePath, tap: PrinterTap): Promise<number> {
  await bare.charge(POS);
  const scan = shop.control.scanOrder(POS);
  await shop.control.notifications.settled();

  const received = bare.nextNotification();
  const printed = tap.nextTicketByte();
  shop.control.pay(scan);
  return milliseconds(await received, await printed);
}

/** Fast and wrong does not count. */
function checkPapers(...printers: VirtualPrinter[]): void {
  const problems = printers.flatMap((printer) => printer.papers().flatMap((paper) => paper.problems));
  if (problems.length > 0) throw new Error(`the printer objects: ${problems.join('; ')}`);
}

function countOf(printer: VirtualPrinter): number {
  return printer.papers().length;
}

/** Both times are of the system's one monotonic clock, so they may come from different processes. */
function milliseconds(from: bigint, to: bigint): number {
  return Number(to - from) / 1e6;
}
