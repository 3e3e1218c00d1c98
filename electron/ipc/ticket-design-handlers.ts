import { ok } from '../../shared/errors';
import type { ticketDesignRequests } from '../../shared/ipc/ticket-design-requests';
import type { Till } from '../till';
import { onlyWith } from './only-with';
import type { RequestHandlers } from './serve-requests';

type TicketDesignRequest = keyof typeof ticketDesignRequests;

export function ticketDesignHandlers({ ticketDesign, people }: Till): Pick<RequestHandlers, TicketDesignRequest> {
  const asManager = onlyWith(people, 'settings');
  return {
    'ticketDesign.logo': asManager<'ticketDesign.logo'>(() => ok(ticketDesign.logo())),
    'ticketDesign.chooseLogo': asManager<'ticketDesign.chooseLogo'>(() => ticketDesign.chooseLogo()),
    'ticketDesign.preview': asManager<'ticketDesign.preview'>(async (design) => ok(await ticketDesign.preview(design))),
    'ticketDesign.save': asManager<'ticketDesign.save'>((design) => ticketDesign.save(design)),
    'ticketDesign.printCalibration': asManager<'ticketDesign.printCalibration'>(() => ticketDesign.printCalibration()),
    'ticketDesign.saveQrPage': asManager<'ticketDesign.saveQrPage'>(() => ticketDesign.saveQrPage()),
    'ticketDesign.printQr': asManager<'ticketDesign.printQr'>(({ qr }) => ticketDesign.printQr(qr)),
  };
}
