import { codePageSchema } from '../../shared/printer';
import { tableOf } from './code-page-bytes';
import { hostCallSchema } from './host-messages';
import { parentPort } from './parent-port';
import { PrinterServer } from './serve-printers';

/**
 * The printing process. A device can block and a driver can crash: here neither can touch the till. It keeps nothing,
 * knows no database, and dies with the process that started it.
 */
const parent = parentPort();
const server = new PrinterServer((message) => parent.post(message));

parent.onMessage((message) => {
  void server.serve(hostCallSchema.parse(message));
});

// The first use of node-thermal-printer's tables costs tens of milliseconds; not of the first customer's.
for (const codePage of codePageSchema.options) tableOf(codePage);
