import { appearanceSchema } from '../../shared/appearance';
import { linesOfCatalogue } from '../../shared/catalogue-text';
import type { ErrorCode } from '../../shared/errors';
import type { Reply, RequestInput, RequestName, RequestOutput, TillBridge } from '../../shared/ipc-contract';
import { minor } from '../../shared/money';
import { printerSettingsSchema } from '../../shared/printer';
import { countedOf } from '../../shared/shift/cash-count';
import type { ShiftView } from '../../shared/shift/shift-view';
import type { Snapshot } from '../../shared/snapshot';
import { catalogue } from './catalogue';
import type { Scene } from './builders';
import { heldSales } from './counter-sales';
import { fakePeople } from './fake-people';
import { fakePrinters } from './fake-printers';
import { checks, importPreview, imported, settingsEntries } from './managing-scenes';
import { approved } from './money-scenes';
import { reportOf, story } from './report-scenes';
import { samplePaper } from './sample-paper';

type Answers = { readonly [Name in RequestName]: (input: RequestInput<Name>) => RequestOutput<Name> | ErrorCode };

/** Answers like a main process would, from a scene; remembers only set-up steps and decisions. */
export function fakeTill({ snapshot: first, draft, sales, shifts: firstShifts }: Scene): TillBridge {
  let snapshot = first;
  let shifts: ShiftView = firstShifts;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const publish = (changes: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...changes, revision: snapshot.revision + 1 };
    for (const listener of listeners) listener(snapshot);
  };
  const setUp = (changes: Partial<Snapshot['setup']>) => {
    publish({ setup: { ...snapshot.setup, ...changes } });
  };

  const decided = (checkoutId: string) => {
    publish({ attention: snapshot.attention.filter(({ state }) => state.attempt.checkoutId !== checkoutId) });
  };

  const answers: Answers = {
    'till.snapshot': () => snapshot,
    'catalogue.text': () => ({ version: 'fixed', ...linesOfCatalogue(catalogue) }),
    'catalogue.favourites': () => catalogue.filter(({ favourite }) => favourite),
    'catalogue.lookUp': ({ code }) => {
      const product = catalogue.find((each) => each.code === code);
      return product ? { kind: 'product', product } : { kind: 'unknown' };
    },
    'catalogue.categories': () => [...new Set(catalogue.flatMap(({ category }) => category ?? []))].sort(),
    'catalogue.ofCategory': ({ category }) => catalogue.filter((product) => product.category === category),
    'catalogue.find': ({ id }) => catalogue.find((product) => product.id === id) ?? null,
    'catalogue.save': (entry) => ({ ...entry, price: minor(entry.price), id: entry.id ?? 'new' }),
    'catalogue.choosePicture': () => ({ file: 'foto.png', type: 'image/png', base64: qrImage.split(',')[1] ?? '' }),
    'catalogue.arrangeFavourites': () => undefined,
    'draft.load': () => draft,
    'draft.save': () => undefined,
    'draft.void': () => undefined,
    'held.list': () => heldSales.slice(0, snapshot.heldSales),
    'held.hold': () => undefined,
    'held.resume': () => 'nothingToDo',
    'held.discard': () => undefined,
    'checkout.start': () => 'notConfigured',
    'checkout.verify': () => undefined,
    'checkout.cancel': () => undefined,
    'checkout.finish': () => {
      publish({ checkout: null });
      return undefined;
    },
    'ticket.reprint': () => undefined,
    'ticket.seen': () => undefined,
    'review.dismiss': ({ checkoutId }) => {
      decided(checkoutId);
      return undefined;
    },
    'review.link': ({ checkoutId, note }) => {
      if (note.includes('!')) return 'saleNotCovered';
      decided(checkoutId);
      return undefined;
    },
    'review.decideStray': ({ paymentId }) => {
      publish({ strays: snapshot.strays.filter((stray) => stray.paymentId !== paymentId) });
      return undefined;
    },
    'refund.request': ({ refundId, checkoutId, paymentId, amount, lines, by, note }) => {
      const at = new Date().toISOString();
      const refund = {
        id: refundId,
        checkoutId,
        saleNumber: null,
        saleTotal: null,
        soldAt: null,
        paymentId,
        reference: null,
        amount: minor(amount),
        whole: false,
        currency: snapshot.currency,
        lines,
        decision: { by, note, at },
      };
      publish({ refunds: [{ state: { kind: 'requested', refund }, trouble: null }, ...snapshot.refunds] });
      setTimeout(() => {
        const refunds = snapshot.refunds.map((each) => (each.state.refund.id === refundId ? approved(refund) : each));
        publish({ refunds });
      }, 3000);
      return { refundId };
    },
    'refund.reprint': () => undefined,
    'refund.seen': () => undefined,
    'refund.acknowledge': ({ refundId }) => {
      publish({ refunds: snapshot.refunds.filter(({ state }) => state.refund.id !== refundId) });
      return undefined;
    },
    'sales.find': ({ text = '', limit }) => {
      const records = sales.filter((record) => {
        const { sale } = record.kind === 'cash' ? record.sale : record.state.attempt;
        return String(sale.number).endsWith(text) || sale.lines.some(({ name }) => name.toLowerCase().includes(text));
      });
      return { records: records.slice(0, limit), next: null };
    },
    'sales.story': () => [...story],
    'reports.read': ({ days }) => ({ visit: crypto.randomUUID(), report: reportOf(days) }),
    'reports.export': ({ days }) => ({ file: `ventas-${days.from}.csv` }),
    'interrupted.acknowledge': ({ checkoutId }) => {
      publish({ interrupted: snapshot.interrupted.filter((each) => each.checkoutId !== checkoutId) });
      return undefined;
    },
    'shift.view': () => shifts,
    'shift.require': ({ required }) => {
      publish({ shift: { ...snapshot.shift, required } });
      return undefined;
    },
    'shift.saveCount': () => undefined,
    'shift.open': () => 'diskProblem',
    'shift.moveCash': () => undefined,
    'shift.reprintMovement': () => undefined,
    'shift.printX': () => ({ kind: 'failed', trouble: 'paperOut' }),
    'shift.confirmCount': ({ count }) => {
      const counted = countedOf({ ...count, other: minor(count.other), pieces: [] });
      const { open } = shifts;
      if (!open) return 'nothingToDo';
      const nothing = { count: 0, total: minor(0) };
      shifts = {
        ...shifts,
        open: {
          ...open,
          counted: {
            counted,
            expected: open.opening.float,
            difference: minor(counted - open.opening.float),
            cashSales: nothing,
            cashRefunds: nothing,
          },
        },
      };
      return undefined;
    },
    'shift.close': () => 'shiftUndecided',
    'shift.reconcile': () => 'offline',
    'shift.reprint': () => undefined,
    'lease.takeOver': () => {
      publish({ lease: { state: 'held', since: new Date().toISOString() } });
      return undefined;
    },
    ...fakePeople(
      () => snapshot.people,
      (people) => {
        publish({ people });
      },
    ),
    'recovery.state': () => null,
    'recovery.restore': () => 'nothingToDo',
    'recovery.startEmpty': () => 'nothingToDo',
    'recovery.quit': () => 'nothingToDo',
    'register.qrImage': () => qrImage,
    'setup.connectAccount': ({ token }) => {
      if (!token.startsWith('TEST')) return 'tokenInvalid';
      const account = { userId: '446566691', nickname: 'ALMACEN.DEL.PUERTO', site: 'MLA' as const };
      setUp({ account });
      return account;
    },
    'setup.listStores': () => [
      { id: '1', externalId: 'SUC1', name: 'Almacén del Puerto' },
      { id: '2', externalId: null, name: 'Sucursal vieja' },
    ],
    'setup.createStore': ({ externalId, name }) => ({ id: '3', externalId, name }),
    'setup.listRegisters': () => [
      { id: '1', externalId: 'CAJA1', name: 'Caja 1', usable: true },
      { id: '2', externalId: null, name: 'Caja del fondo', usable: false },
    ],
    'setup.createRegister': ({ externalId, name }) => ({ id: '9', externalId, name, usable: true }),
    'setup.chooseRegister': () => {
      const register = {
        id: '1',
        name: 'Caja 1',
        externalId: 'CAJA1',
        storeName: 'Almacén del Puerto',
        externalStoreId: 'SUC1',
      };
      setUp({ register });
      return register;
    },
    'setup.pairRelay': () => 'pairingInvalid',
    'setup.unpairRelay': () => {
      setUp({ relay: null });
      return undefined;
    },
    ...fakePrinters(publish),
    'setup.choosePrinter': (printer) => {
      setUp({ printer: printer && printerSettingsSchema.parse(printer) });
      return undefined;
    },
    'setup.printTest': () => ({ kind: 'printed', confirmed: true }),
    'setup.openDrawer': () => ({ kind: 'failed', trouble: 'notFound' }),
    'ticketDesign.logo': () => null,
    'ticketDesign.chooseLogo': () => ({ file: 'logo.png', type: 'image/png', base64: qrImage.split(',')[1] ?? '' }),
    'ticketDesign.preview': (design) => samplePaper(design, snapshot),
    'ticketDesign.save': () => undefined,
    'ticketDesign.printCalibration': () => ({ kind: 'printed', confirmed: true }),
    'ticketDesign.saveQrPage': () => ({ file: 'qr-SUC001CAJA01.pdf' }),
    'ticketDesign.printQr': () => ({ kind: 'printed', confirmed: true }),
    'productFile.state': () => ({ products: 1284, lastImport: { ...imported, undoneAt: null } }),
    'productFile.choose': () => ({ kind: 'preview', preview: importPreview }),
    'productFile.apply': () => ({ ...imported, undoneAt: null }),
    'productFile.undo': () => ({ ...imported, undoneAt: imported.at }),
    'productFile.export': () => ({ file: 'productos.csv' }),
    'diagnostics.run': () => [...checks],
    'diagnostics.export': () => ({ file: 'diagnostico-caja.json' }),
    'settingsHistory.list': () => [...settingsEntries],
    'settingsHistory.export': () => ({ file: 'configuracion-caja.json' }),
    'setup.saveGuideStep': ({ step }) => {
      setUp({ guideStep: step });
      return undefined;
    },
    'setup.saveSelling': () => undefined,
    'setup.saveCharge': () => undefined,
    'setup.saveCustomerScreen': ({ customerScreen }) => {
      setUp({ customerScreen });
      return undefined;
    },
    'cash.pay': () => 'diskProblem',
    'cash.finish': () => {
      publish({ cash: { ...snapshot.cash, sale: null } });
      return undefined;
    },
    'cash.reprint': () => undefined,
    'cash.ticketSeen': () => undefined,
    'cash.refund': ({ refundId }) => ({ refundId }),
    'cash.slipReprint': () => undefined,
    'cash.slipSeen': () => undefined,
    'setup.saveCash': ({ rounding }) => {
      if (rounding) publish({ cash: { ...snapshot.cash, rounding, roundingIsOurs: true } });
      return undefined;
    },
    'setup.saveLanguage': ({ language }) => {
      publish({ locale: language ?? first.locale, setup: { ...snapshot.setup, language } });
      return undefined;
    },
    'setup.saveAppearance': (appearance) => {
      publish({ appearance: appearanceSchema.parse(appearance) });
      return undefined;
    },
  };

  return {
    async request<Name extends RequestName>(
      name: Name,
      ...[input]: undefined extends RequestInput<Name> ? [] : [RequestInput<Name>]
    ): Promise<Reply<RequestOutput<Name>>> {
      await new Promise((resolve) => setTimeout(resolve, 60));
      // The table above has checked what each name takes and gives.
      const answer = (answers[name] as (input: unknown) => unknown)(input);
      return typeof answer === 'string' && !answer.startsWith('data:')
        ? { ok: false, error: { code: answer as ErrorCode } }
        : { ok: true, value: answer as RequestOutput<Name> };
    },
    subscribe: (_name, listener) => {
      const heard = listener as (snapshot: Snapshot) => void;
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    giveMemoryBack: () => undefined,
  };
}

/** A pattern in the place of a QR: nothing that could be scanned. */
export const qrImage = drawPattern();

function drawPattern(): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 29;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 29, 29);
    pen.fillStyle = '#000';
    for (let index = 0; index < 841; index += 1) {
      if (Math.sin(index * index) > 0) pen.fillRect(index % 29, Math.floor(index / 29), 1, 1);
    }
  }
  return canvas.toDataURL('image/png');
}
