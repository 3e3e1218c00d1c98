import { createPrinterClient } from '../../../electron/printing/printer-client';
import { PrintQueue } from '../../../electron/printing/print-queue';
import { layOutPaper } from '../../../electron/printing/lay-out-paper';
import type { TillOptions } from '../../../electron/till';
import { inProcessHost } from '../printing/in-process-host';
import { quickTimings } from '../printing/quick-timings';

/** The till's printing as it is, but for the process of its own. */
export const printingInThisProcess: TillOptions['createPrinting'] = ({ logo, ...ports }) =>
  new PrintQueue({
    ...ports,
    client: createPrinterClient({ spawn: inProcessHost, timings: quickTimings }),
    layout: (ticket, settings) => layOutPaper(ticket, settings, logo()),
    retryMs: 40,
    farewellMs: 200,
  });
