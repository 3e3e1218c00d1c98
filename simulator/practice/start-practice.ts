import { startVirtualPrinter } from '../printer/virtual-printer';
import { startMercadoPagoSimulator } from '../start-simulator';
import type { SiteId } from '../world/sites';
import { createPracticePrinter } from './practice-printer';

export interface PracticeOptions {
  /** Where the pictures of the tickets go. */
  readonly paperFolder: string;
  readonly port: number;
  readonly printerPort: number;
  readonly columns: number;
  readonly site: SiteId;
}

/** All that a till needs to be told to work against the practice world. */
interface PracticeDescription {
  /** Base URL of the API, without a final slash. */
  readonly apiUrl: string;
  readonly phoneUrl: string;
  readonly accessToken: string;
  readonly externalStoreId: string;
  readonly externalPosId: string;
  readonly printer: { readonly host: string; readonly port: number };
  /** Where every ticket is drawn, one PNG each, named in the order in which they came out. */
  readonly paperFolder: string;
  readonly userId: number;
  readonly siteId: SiteId;
  readonly businessName: string | null;
}

export interface Practice {
  readonly description: PracticeDescription;
  close: () => Promise<void>;
}

/** Starts a Mercado Pago with one account, one store and one caja, and a ticket printer. */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  const { port, printerPort, columns, site, paperFolder } = options;
  const printer = await startVirtualPrinter({ host: '127.0.0.1', port: printerPort, dir: paperFolder, columns });
  const simulator = await startMercadoPagoSimulator({ port, site, printer: createPracticePrinter(printer) });
  const { account } = simulator.control;
  const [pos] = simulator.control.allPos();
  if (!pos?.externalId || !pos.store) throw new Error('The default account has a caja');
  return {
    description: {
      apiUrl: simulator.url,
      phoneUrl: `${simulator.url}/phone`,
      accessToken: account.accessToken,
      externalStoreId: pos.store,
      externalPosId: pos.externalId,
      printer: { host: printer.host, port: printer.port },
      paperFolder,
      userId: account.userId,
      siteId: account.siteId,
      businessName: account.businessName,
    },
    close: async () => {
      await simulator.close();
      await printer.close();
    },
  };
}
