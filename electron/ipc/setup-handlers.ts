import { ok } from '../../shared/errors';
import type { RequestName } from '../../shared/ipc-contract';
import type { Till } from '../till';
import { onlyWith } from './only-with';
import type { RequestHandlers } from './serve-requests';

type SetupRequest = Extract<RequestName, `setup.${string}`>;

/** The set-up: for managers, and for whoever they opened it for. */
export function setupHandlers(till: Till): Pick<RequestHandlers, SetupRequest> {
  const { people, setup } = till;

  const asManager = onlyWith(people, 'settings');

  return {
    'setup.connectAccount': asManager<'setup.connectAccount'>(({ token }) => setup.connectAccount(token)),
    'setup.listStores': asManager<'setup.listStores'>(() => setup.listStores()),
    'setup.createStore': asManager<'setup.createStore'>((store) => setup.createStore(store)),
    'setup.listRegisters': asManager<'setup.listRegisters'>(({ storeId }) => setup.listRegisters(storeId)),
    'setup.createRegister': asManager<'setup.createRegister'>((register) => setup.createRegister(register)),
    'setup.chooseRegister': asManager<'setup.chooseRegister'>((choice) => setup.chooseRegister(choice)),
    'setup.pairRelay': asManager<'setup.pairRelay'>(({ pairing }) => setup.pairRelay(pairing)),
    'setup.unpairRelay': asManager<'setup.unpairRelay'>(() => setup.unpairRelay()),
    'setup.findPrinters': asManager<'setup.findPrinters'>(async () =>
      ok({ printers: [...(await till.findPrinters())], looksHere: process.platform !== 'win32' }),
    ),
    'setup.searchPrinters': asManager<'setup.searchPrinters'>(() => {
      till.printerSearch.start();
      return ok(undefined);
    }),
    // Whoever left the set-up may not be a manager any more.
    'setup.stopPrinterSearch': () => {
      till.printerSearch.stop();
      return ok(undefined);
    },
    'setup.choosePrinter': asManager<'setup.choosePrinter'>((printer) => setup.save({ printer }, 'printerChosen')),
    'setup.printTest': asManager<'setup.printTest'>(() => till.printTest()),
    // Its permission is one of its own.
    'setup.openDrawer': ({ approval }) => till.openDrawer(approval),
    'setup.saveGuideStep': asManager<'setup.saveGuideStep'>(({ step }) => setup.goTo(step)),
    'setup.saveCustomerScreen': asManager<'setup.saveCustomerScreen'>((choice) => setup.save(choice)),
    'setup.saveLanguage': asManager<'setup.saveLanguage'>(({ language }) => setup.save({ locale: language })),
    'setup.saveAppearance': asManager<'setup.saveAppearance'>((appearance) => setup.save({ appearance })),
    'setup.saveCash': asManager<'setup.saveCash'>((cash) => setup.save({ cash }, 'chargeChanged')),
    'setup.saveSelling': asManager<'setup.saveSelling'>((selling) => setup.save({ selling }, 'chargeChanged')),
    'setup.saveCharge': asManager<'setup.saveCharge'>((charge) => setup.save({ charge }, 'chargeChanged')),
  };
}
