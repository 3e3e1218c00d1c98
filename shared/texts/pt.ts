import { errorTexts, printerTroubleTexts } from './pt/error-texts';
import { amountProblems } from './pt/amount-problems';
import { app } from './pt/app';
import { attention } from './pt/attention';
import { cash } from './pt/cash';
import { charge } from './pt/charge';
import { customer } from './pt/customer';
import { decision } from './pt/decision';
import { diagnostics } from './pt/diagnostics';
import { disk } from './pt/disk';
import { held } from './pt/held';
import { help } from './pt/help';
import { interrupted } from './pt/interrupted';
import { lease } from './pt/lease';
import { line } from './pt/line';
import { more } from './pt/more';
import { people } from './pt/people';
import { product } from './pt/product';
import { productFile } from './pt/product-file';
import { quantityProblems } from './pt/quantity-problems';
import { quickKeys } from './pt/quick-keys';
import { recovery } from './pt/recovery';
import { refund } from './pt/refund';
import { reports } from './pt/reports';
import { result } from './pt/result';
import { sale } from './pt/sale';
import { sales } from './pt/sales';
import { setup } from './pt/setup';
import { ticketDesign } from './pt/ticket-design';
import { settingsHistory } from './pt/settings-history';
import { shift } from './pt/shift';
import { slip } from './pt/slip';
import { status } from './pt/status';
import { ticket } from './pt/ticket';
import { unreadable } from './pt/unreadable';

import type { es } from './es';
import type { Same } from './same';

/** The same in Brazilian Portuguese: what to do is asked for as a shop there does, with *verifique* and *escolha*. */
export const pt = {
  errors: errorTexts,
  printerTroubles: printerTroubleTexts,
  app,
  sale,
  line,
  held,
  product,
  quickKeys,
  help,
  amountProblems,
  quantityProblems,
  charge,
  customer,
  cash,
  result,
  ticket,
  slip,
  attention,
  decision,
  refund,
  sales,
  reports,
  shift,
  more,
  interrupted,
  unreadable,
  lease,
  disk,
  people,
  recovery,
  status,
  setup,
  productFile,
  diagnostics,
  settingsHistory,
  ticketDesign,
} as const satisfies Same<typeof es>;
