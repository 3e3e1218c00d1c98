import { z } from 'zod';

/**
 * Every expected failure of the product, who can do something about it, and whether trying again may help.
 * The sentence a person reads for each code is in `texts/`; a code without a sentence does not compile.
 */
export const errorTable = {
  // The network and Mercado Pago as a service
  offline: { actor: 'us', retry: true },
  timeout: { actor: 'us', retry: true },
  rateLimited: { actor: 'us', retry: true },
  mercadoPagoDown: { actor: 'us', retry: true },
  unexpectedAnswer: { actor: 'us', retry: true },
  // The account and the caja
  tokenInvalid: { actor: 'manager', retry: false },
  accountForbidden: { actor: 'manager', retry: false },
  registerNotFound: { actor: 'manager', retry: false },
  registerOccupied: { actor: 'manager', retry: true },
  registerInUse: { actor: 'manager', retry: false },
  registerOpenTwice: { actor: 'manager', retry: false },
  storeNotFound: { actor: 'manager', retry: false },
  externalIdTaken: { actor: 'manager', retry: false },
  externalIdInvalid: { actor: 'manager', retry: false },
  locationInvalid: { actor: 'manager', retry: false },
  nameTooLong: { actor: 'manager', retry: false },
  siteMismatch: { actor: 'manager', retry: false },
  // The order
  orderInvalid: { actor: 'developer', retry: false },
  amountInvalid: { actor: 'cashier', retry: false },
  expirationInvalid: { actor: 'manager', retry: false },
  sponsorInvalid: { actor: 'manager', retry: false },
  notificationUrlInvalid: { actor: 'manager', retry: false },
  orderLocked: { actor: 'us', retry: true },
  // The sale
  saleEmpty: { actor: 'cashier', retry: false },
  amountZero: { actor: 'cashier', retry: false },
  amountTooLarge: { actor: 'cashier', retry: false },
  productUnknown: { actor: 'cashier', retry: false },
  priceChanged: { actor: 'cashier', retry: false },
  chargeInProgress: { actor: 'cashier', retry: false },
  nothingToDo: { actor: 'cashier', retry: false },
  saleAlreadyPaid: { actor: 'cashier', retry: false },
  tooManyHeld: { actor: 'cashier', retry: false },
  heldAlready: { actor: 'cashier', retry: false },
  codeTaken: { actor: 'cashier', retry: false },
  saleNotCovered: { actor: 'cashier', retry: false },
  receivedTooLittle: { actor: 'cashier', retry: false },
  receivedTooMuch: { actor: 'cashier', retry: false },
  // The shift
  shiftNeeded: { actor: 'cashier', retry: false },
  shiftAlreadyOpen: { actor: 'cashier', retry: false },
  shiftUndecided: { actor: 'cashier', retry: false },
  shiftCountNeeded: { actor: 'cashier', retry: false },
  shiftNoteNeeded: { actor: 'cashier', retry: false },
  cashCountInvalid: { actor: 'cashier', retry: false },
  // Money that goes back
  paymentNotFound: { actor: 'manager', retry: false },
  refundInProgress: { actor: 'cashier', retry: true },
  refundTooLarge: { actor: 'cashier', retry: false },
  refundTooOld: { actor: 'manager', retry: false },
  refundOnlyWhole: { actor: 'cashier', retry: false },
  refundNotPossible: { actor: 'manager', retry: false },
  lineCameBack: { actor: 'cashier', retry: false },
  refundNoFunds: { actor: 'manager', retry: false },
  refundRejected: { actor: 'manager', retry: false },
  // The relay
  relayUnreachable: { actor: 'manager', retry: true },
  relayTokenRefused: { actor: 'manager', retry: false },
  relayNotARelay: { actor: 'manager', retry: false },
  pairingInvalid: { actor: 'manager', retry: false },
  // People
  signInNeeded: { actor: 'cashier', retry: false },
  permissionNeeded: { actor: 'manager', retry: false },
  pinWrong: { actor: 'cashier', retry: true },
  pinWaits: { actor: 'cashier', retry: true },
  pinNotOfManager: { actor: 'manager', retry: true },
  pinTaken: { actor: 'manager', retry: false },
  pinTooEasy: { actor: 'manager', retry: false },
  operatorNameTaken: { actor: 'manager', retry: false },
  managerNeeded: { actor: 'manager', retry: false },
  ownerNotProven: { actor: 'manager', retry: true },
  // The till itself
  practiceMixed: { actor: 'manager', retry: false },
  practiceNeedsTest: { actor: 'manager', retry: false },
  notConfigured: { actor: 'manager', retry: false },
  printerUnavailable: { actor: 'cashier', retry: true },
  diskProblem: { actor: 'manager', retry: false },
  diskFull: { actor: 'manager', retry: true },
  dataUnusable: { actor: 'manager', retry: false },
  catalogueChanged: { actor: 'manager', retry: false },
  pictureUnusable: { actor: 'manager', retry: false },
  pictureTooLarge: { actor: 'manager', retry: false },
  fileNotWritten: { actor: 'manager', retry: true },
  backupUnusable: { actor: 'manager', retry: false },
  badRequest: { actor: 'developer', retry: false },
  internal: { actor: 'developer', retry: false },
} as const satisfies Record<
  string,
  { readonly actor: 'us' | 'cashier' | 'manager' | 'developer'; readonly retry: boolean }
>;

export type ErrorCode = keyof typeof errorTable;

// Object.keys is typed string[]; the table's keys are exactly the codes.
export const errorCodeSchema = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]);

/** A failure as it crosses a boundary: a code for people, and a detail in English for the log, never a secret. */
export const failureSchema = z.object({ code: errorCodeSchema, detail: z.string().max(300).optional() });
export type Failure = z.infer<typeof failureSchema>;

export type Result<Value, Problem = Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail<Problem>(error: Problem): { readonly ok: false; readonly error: Problem } {
  return { ok: false, error };
}

/** For the `default` of a switch over a union: compiles only while every member is handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
