import { errorTexts, printerTroubleTexts } from './es/error-texts';
import { amountProblems } from './es/amount-problems';
import { app } from './es/app';
import { attention } from './es/attention';
import { cash } from './es/cash';
import { charge } from './es/charge';
import { customer } from './es/customer';
import { decision } from './es/decision';
import { diagnostics } from './es/diagnostics';
import { disk } from './es/disk';
import { held } from './es/held';
import { interrupted } from './es/interrupted';
import { lease } from './es/lease';
import { more } from './es/more';
import { people } from './es/people';
import { productFile } from './es/product-file';
import { line } from './es/line';
import { product } from './es/product';
import { help } from './es/help';
import { quantityProblems } from './es/quantity-problems';
import { quickKeys } from './es/quick-keys';
import { recovery } from './es/recovery';
import { refund } from './es/refund';
import { reports } from './es/reports';
import { result } from './es/result';
import { sale } from './es/sale';
import { sales } from './es/sales';
import { setup } from './es/setup';
import { shift } from './es/shift';
import { ticketDesign } from './es/ticket-design';
import { settingsHistory } from './es/settings-history';
import { slip } from './es/slip';
import { status } from './es/status';
import { ticket } from './es/ticket';
import { unreadable } from './es/unreadable';

/**
 * Every word that a person reads on the screens, in Spanish that fits every country: infinitives instead of *vos*, *tú*
 * or *usted*. What a country says in its own way is in its own file. A sentence says what happened and what to do.
 */
export const es = {
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
} as const;

/** Some of them: what a country says in its own way. */
type SomeWords<Node> = Node extends string ? string : { readonly [Key in keyof Node]?: SomeWords<Node[Key]> };

export type Overrides = SomeWords<typeof es>;
