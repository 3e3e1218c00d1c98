import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { backupFolder } from '../../electron/storage/backups';
import { diskWorkerIn } from '../../electron/storage/disk-host-client';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { launchTill, type RunningTill } from '../support/e2e/launch-till';
import { TillScreen } from '../support/e2e/till-screen';
import { forkDiskHost } from '../support/storage/fork-disk-host';
import { mountSmallDisk } from '../support/storage/small-disk';
import { tear } from '../support/storage/spoil';
import { until } from '../support/until';

const ALFAJOR = '7790001000019';

let shop: Shop;
const cleanUps: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  await shop.close();
});

async function launch(environment = shop.environment): Promise<RunningTill> {
  const till = await launchTill(environment);
  cleanUps.push(() => till.kill());
  return till;
}

async function sellOne(screen: TillScreen): Promise<number> {
  await screen.enter(ALFAJOR);
  await screen.charge();
  const { checkout } = await screen.shows('awaitingPayment');
  shop.control.pay(shop.control.scanOrder(POS));
  await screen.paid();
  await screen.press(/Nueva venta/);
  // Only then is it known to be put away, also for the next run.
  await screen.page.getByText('Venta nueva').waitFor();
  return checkout?.state.attempt.sale.number ?? 0;
}

/** A shop that sold once, was closed, has a backup of that, sold once more, and then found its data damaged. */
async function aDamagedShop(): Promise<{ readonly dataDir: string; readonly lastNumber: number }> {
  shop = await openShop();
  const dataDir = join(shop.folder, 'till');
  const database = join(dataDir, 'caja-qr.db');
  let screen = await shop.openTill();
  await sellOne(screen);
  await screen.close();
  const made = await diskWorkerIn(forkDiskHost).makeBackup({
    database,
    folder: backupFolder(dataDir),
    name: 'caja-qr-000001-2026-11-22.db',
    leaveFree: 0,
  });
  expect(made).toMatchObject({ kind: 'made', sales: 1 });
  screen = await shop.openTill();
  const lastNumber = await sellOne(screen);
  await screen.close();
  tear(database, 'checkouts');
  return { dataDir, lastNumber };
}

describe('damaged data', () => {
  it('stops the selling, offers the newest good backup, and goes on with it when a person says so', async () => {
    const { dataDir, lastNumber } = await aDamagedShop();
    const till = await launch();
    await till.page.getByRole('heading', { name: /están dañados/ }).waitFor({ timeout: 30_000 });
    await till.page.getByText('1 venta', { exact: true }).waitFor();
    await till.page.getByText('Recomendada').waitFor();
    const screen = new TillScreen(till);
    await expect(screen.snapshot()).rejects.toThrow('dataUnusable');

    await screen.press(/Usar la copia del/);
    await screen.press('Sí, seguir con esta copia');
    await screen.ready();
    expect(readdirSync(join(dataDir, 'damaged'))).toHaveLength(1);
    // The sale that the backup does not know was paid: somebody must know of that money.
    const { strays } = await until(
      'the payment of the forgotten sale',
      async () => {
        const snapshot = await screen.snapshot();
        return snapshot.strays.length > 0 && snapshot;
      },
      30_000,
    );
    expect(strays).toMatchObject([{ amount: 120_000, decision: null }]);
    const number = await sellOne(screen);
    expect(number).toBeGreaterThan(lastNumber + 900);
    const found = await till.page.evaluate(() => window.till.request('sales.find', { limit: 10 }));
    expect(found).toMatchObject({
      ok: true,
      value: {
        records: [{ state: { attempt: { sale: { number } } } }, { state: { attempt: { sale: { number: 1 } } } }],
      },
    });
  });

  it('is left as it is by a person who only closes the program', async () => {
    const { dataDir } = await aDamagedShop();
    const till = await launch();
    const closed = until('the window to close', () => till.page.isClosed(), 20_000);
    // The program may be gone before the click is answered.
    await new TillScreen(till).press('Cerrar el programa').catch(() => undefined);
    await closed;
    expect(existsSync(join(dataDir, 'damaged'))).toBe(false);
    expect(existsSync(join(dataDir, 'caja-qr.db'))).toBe(true);
  });

  it('asks twice before it begins with nothing, and keeps everything', async () => {
    const { dataDir } = await aDamagedShop();
    const till = await launch();
    const screen = new TillScreen(till);
    await screen.press('Empezar sin datos');
    await screen.press('Sí, sin datos');
    expect(existsSync(join(dataDir, 'damaged'))).toBe(false);
    await screen.press('Sí, empezar sin datos');
    await screen.ready();
    expect(readdirSync(join(dataDir, 'damaged'))).toHaveLength(1);
    expect(readdirSync(backupFolder(dataDir))).toHaveLength(1);
  });
});

describe('a disk that fills up', () => {
  it('keeps the payment that is coming in, sells no more with a clear screen, and sells again by itself', async (context) => {
    const disk = mountSmallDisk(256);
    shop = await openShop();
    if (typeof disk === 'string') {
      context.skip(disk);
      return;
    }
    cleanUps.push(disk.remove);
    const environment = { ...shop.environment, CAJAQR_DATA_DIR: disk.folder };
    const till = await launch(environment);
    const screen = new TillScreen(till);
    await screen.ready();
    await screen.enter(ALFAJOR);
    await screen.charge();
    const { checkout } = await screen.shows('awaitingPayment');

    disk.fill(0);
    shop.control.pay(shop.control.scanOrder(POS));
    await screen.paid();
    await until('the full disk to be noticed', async () => (await screen.snapshot()).disk.state === 'full', 15_000);
    await screen.press(/Nueva venta/);
    await screen.enter(ALFAJOR);
    await till.page.getByRole('heading', { name: /no se puede cobrar/ }).waitFor();
    expect(await till.page.getByRole('button', { name: /Cobrar con QR/ }).count()).toBe(0);

    disk.makeRoom();
    await until('the room to be noticed', async () => (await screen.snapshot()).disk.state !== 'full', 15_000);
    await sellOne(screen);
    // What was paid on the full disk is on it, also for the next run.
    await screen.kill();
    const next = new TillScreen(await launch(environment));
    await next.ready();
    const paid = await next.page.evaluate(() => window.till.request('sales.find', { limit: 10 }));
    expect(paid).toMatchObject({
      ok: true,
      value: {
        records: [
          { state: { kind: 'paid' } },
          { state: { kind: 'paid', attempt: { checkoutId: checkout?.state.attempt.checkoutId } } },
        ],
      },
    });
  });
});
