import { createPrinterClient } from '../../../electron/printing/printer-client';
import { PrintQueue } from '../../../electron/printing/print-queue';
import type { TillOptions } from '../../../electron/till';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { inProcessHost } from '../printing/in-process-host';
import { quickTimings } from '../printing/quick-timings';

/** The till's printing as it is, but for the process of its own. */
export const printingInThisProcess: TillOptions['createPrinting'] = (ports) =>
  new PrintQueue({
    ...ports,
    client: createPrinterClient({ spawn: inProcessHost, timings: quickTimings }),
    layout: (ticket, settings) => layoutTicket(ticket, settings, ticketTexts(ticket.locale)),
    retryMs: 40,
    farewellMs: 200,
  });
