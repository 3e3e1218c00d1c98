import { describe, expect, it } from 'vitest';
import type { Answer, Answered } from '../../../electron/mercadopago/answer';
import { failureOf } from '../../../electron/mercadopago/error-mapping';
import type { Operation } from '../../../electron/mercadopago/operation';
import { errorTable, type ErrorCode } from '../../../shared/errors';

function answered(status: number, changes: Partial<Answered> = {}): Answered {
  return { kind: 'answered', status, form: 'json', body: {}, retryAfterMs: null, ...changes };
}

function problem(status: number, code: string, message = 'Some words about it.'): Answered {
  return answered(status, { body: { status, error: code, message, cause: [] } });
}

describe('every error of the references', () => {
  const rows: readonly (readonly [Operation, number, string, string, ErrorCode])[] = [
    // Instore Orders v2
    ['putOrder', 400, 'invalid_collectorId', 'user_id must be a number.', 'accountForbidden'],
    ['putOrder', 400, 'invalid_externalPosId', 'externalPosId must be present.', 'registerNotFound'],
    ['putOrder', 400, 'invalid_external_reference', 'external_reference must be present.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_total_amount', 'total_amount must be present.', 'amountInvalid'],
    ['putOrder', 400, 'invalid_items.sku_number', 'items.sku_number must be string.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_items.category', 'items.category must be string.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_items.title', 'items.title must be string.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_items.description', 'items.description must be string.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_items.unit_measure', 'items.unit_measure must be string.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_items.quantity', 'items.quantity must be number.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_items.unit_price', 'items.unit_price must be number.', 'amountInvalid'],
    ['putOrder', 400, 'invalid_items.total_amount', 'items.total_amount must be number.', 'amountInvalid'],
    ['putOrder', 400, 'invalid_items.currency_id', 'items.currency_id must be string.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_title', 'title must be string.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_unit_measure', 'unit_measure must be present.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_quantity', 'quantity must be present.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_unit_price', 'unit_price must be present.', 'amountInvalid'],
    ['putOrder', 400, 'invalid_description', 'description must be present.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_sponsor.id', 'sponsor.id must be number.', 'sponsorInvalid'],
    ['putOrder', 400, 'invalid_id', 'sponsor.id must be present.', 'sponsorInvalid'],
    ['putOrder', 400, 'invalid_cash_out.amount', 'cash_out.amount must be number.', 'orderInvalid'],
    ['putOrder', 400, 'invalid_amount', 'cash_out.amount must be present.', 'orderInvalid'],
    [
      'putOrder',
      400,
      'error_creating_seller_qr_order',
      'The cash out is required when order has no items.',
      'orderInvalid',
    ],
    [
      'putOrder',
      400,
      'invalid_expiration_date',
      'Expiration date must be a valid and future date.',
      'expirationInvalid',
    ],
    ['putOrder', 400, 'invalid_notification_url', 'notification_url must be url.', 'notificationUrlInvalid'],
    ['putOrder', 400, 'bad_request', 'Prices in COP currency must be expressed with integer values', 'amountInvalid'],
    ['putOrder', 500, 'in_store_order_creation_error', 'Failed to create order.', 'mercadoPagoDown'],
    ['deleteOrder', 400, 'invalid_access_token', 'Access denied.', 'tokenInvalid'],
    ['deleteOrder', 400, 'invalid_collectorId', 'user_id must be a number.', 'accountForbidden'],
    ['deleteOrder', 400, 'invalid_externalPosId', 'externalPosId must be present.', 'registerNotFound'],
    ['deleteOrder', 500, 'in_store_order_creation_error', 'Failed to delete order.', 'mercadoPagoDown'],
    ['deleteOrder', 409, 'instore_order_locked_error', 'The order is locked.', 'orderLocked'],
    ['deleteOrder', 400, 'in_store_order_delete_error', 'An error occurred when deleting.', 'unexpectedAnswer'],
    ['deleteOrder', 400, 'already_canceled', 'The order is canceled.', 'unexpectedAnswer'],
    ['findPendingOrder', 500, 'in_store_order_creation_error', 'Failed.', 'mercadoPagoDown'],
    ['findPendingOrder', 404, 'not_found', 'POS not found.', 'registerNotFound'],
    // Orders API keys that reach older paths
    ['putOrder', 409, 'already_queued_order_on_pos', 'There is already a queued order on the pos.', 'registerOccupied'],
    ['putOrder', 404, 'pos_not_found', 'POS not found.', 'registerNotFound'],
    ['putOrder', 400, 'sponsor_id_not_valid', 'sponsor.', 'sponsorInvalid'],
    // Stores
    ['createStore', 400, 'INVALID_STREET_NAME', 'must be string', 'locationInvalid'],
    ['createStore', 400, 'INVALID_STREET_NUMBER', 'must be string', 'locationInvalid'],
    ['createStore', 400, 'INVALID_CITY_NAME', 'must be string', 'locationInvalid'],
    ['createStore', 400, 'INVALID_STATE_NAME', 'must be string', 'locationInvalid'],
    ['createStore', 400, 'INVALID_REFERENCE', 'must be string', 'locationInvalid'],
    [
      'createStore',
      400,
      'VALIDATION_ERROR',
      'External_id-already-used, or check location.state_name and location.city_name',
      'locationInvalid',
    ],
    ['createStore', 403, 'Forbidden', 'user_id is not the owner of the token', 'accountForbidden'],
    ['listStores', 400, 'INVALID_STORE_ID', 'must be numeric', 'storeNotFound'],
    // Cajas
    ['createRegister', 400, 'NAME_TOO_LONG', 'must be less than 45 characters', 'nameTooLong'],
    ['createRegister', 400, 'INVALID_STORE_ID', 'must be numeric', 'storeNotFound'],
    ['createRegister', 400, 'EXTERNAL_STORE_ID_NOT_MATCH', 'no match', 'storeNotFound'],
    ['createRegister', 400, 'INEXISTENT_EXTERNAL_STORE_ID', 'not there', 'storeNotFound'],
    ['createRegister', 400, 'INVALID_EXTERNAL_ID', 'must be alphanumeric', 'externalIdInvalid'],
    ['createRegister', 400, 'EXTERNAL_ID_TOO_LONG', 'must be less than 40 characters', 'externalIdInvalid'],
    ['createRegister', 409, 'conflict', 'A pos with the same EXTERNAL_ID already exists.', 'externalIdTaken'],
    ['createRegister', 400, 'MISSING_BODY', 'body', 'badRequest'],
    ['createRegister', 400, 'UNKNOWN_FIELD_EXCEPTION', 'field', 'badRequest'],
    ['createRegister', 400, 'INVALID_NAME', 'name', 'badRequest'],
    ['createRegister', 400, 'INVALID_FIXED_AMOUNT', 'fixed_amount', 'badRequest'],
    ['createRegister', 400, 'FIXED_AMOUNT_FALSE', 'fixed_amount', 'badRequest'],
    ['createRegister', 400, 'INVALID_CATEGORY', 'category', 'badRequest'],
    ['createRegister', 400, 'UNKNOWN_MCC', 'category', 'badRequest'],
    ['listRegisters', 400, 'INVALID_LIMIT', 'limit', 'badRequest'],
    ['listRegisters', 400, 'INVALID_OFFSET', 'offset', 'badRequest'],
    ['listRegisters', 400, 'INVALID_POS_ID', 'id', 'registerNotFound'],
    // Merchant orders
    ['searchMerchantOrders', 400, 'ds_search_query', 'invalid query', 'badRequest'],
    ['searchMerchantOrders', 401, 'invalid_token', 'access denied', 'tokenInvalid'],
    ['searchMerchantOrders', 401, 'invalid_caller_id', 'access denied', 'accountForbidden'],
  ];

  it.each(rows)('%s answered %i %s (%s) is %s', (operation, status, key, message, code) => {
    expect(failureOf(operation, problem(status, key, message)).code).toBe(code);
  });

  it.each([
    ['in error', { error: 'invalid_title', message: 'title must be string.' }],
    ['in code', { code: 'invalid_title', message: 'title must be string.' }],
    ['in a cause', { error: 'bad_request', message: 'x', cause: [{ code: 'invalid_title', description: 'y' }] }],
    ['in one cause that is no list', { error: 'bad_request', cause: { code: 'invalid_title' } }],
    ['in the errors of the Orders API', { errors: [{ code: 'invalid_title', message: 'y' }] }],
    ['in front of the message', { status: 400, message: 'invalid_title: title must be string.' }],
    ['in an array', [{ error: 'invalid_title' }]],
    ['beside a cause of a strange shape', { error: 'invalid_title', cause: [17, null] }],
  ])('is found %s', (_where, body) => {
    expect(failureOf('putOrder', answered(400, { body })).code).toBe('orderInvalid');
  });
});

describe('an error that no reference knows', () => {
  const rows: readonly (readonly [Operation, number, ErrorCode])[] = [
    ['putOrder', 400, 'orderInvalid'],
    ['putOrder', 422, 'orderInvalid'],
    ['createStore', 400, 'unexpectedAnswer'],
    ['whoAmI', 401, 'tokenInvalid'],
    ['putOrder', 403, 'accountForbidden'],
    ['putOrder', 404, 'registerNotFound'],
    ['createRegister', 404, 'storeNotFound'],
    ['putOrder', 409, 'registerOccupied'],
    ['deleteOrder', 409, 'orderLocked'],
    ['createStore', 409, 'externalIdTaken'],
    ['deleteOrder', 423, 'orderLocked'],
    ['whoAmI', 418, 'unexpectedAnswer'],
    ['searchMerchantOrders', 429, 'rateLimited'],
    ['searchMerchantOrders', 408, 'timeout'],
    ['searchMerchantOrders', 500, 'mercadoPagoDown'],
    ['searchMerchantOrders', 502, 'mercadoPagoDown'],
    ['searchMerchantOrders', 503, 'mercadoPagoDown'],
    ['searchMerchantOrders', 504, 'mercadoPagoDown'],
    ['searchMerchantOrders', 302, 'unexpectedAnswer'],
    ['searchMerchantOrders', 200, 'unexpectedAnswer'],
  ];

  it.each(rows)('%s answered %i is %s', (operation, status, code) => {
    expect(failureOf(operation, problem(status, 'never_seen_before')).code).toBe(code);
  });

  it.each([401, 403, 404, 405, 409, 200])(
    'a page with status %i was not written by Mercado Pago and says nothing of the account',
    (status) => {
      const page = answered(status, { form: 'other', body: null });
      expect(failureOf('findPendingOrder', page).code).toBe('unexpectedAnswer');
    },
  );

  it('a policy that returned UNAUTHORIZED with 403 is not a wrong token', () => {
    const refused = problem(403, 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', 'At least one policy returned UNAUTHORIZED.');
    expect(failureOf('putOrder', refused).code).toBe('accountForbidden');
  });
});

describe('what is known after a failure', () => {
  const unanswered = (mayHaveArrived: boolean): Answer => ({
    kind: 'unanswered',
    why: 'offline',
    mayHaveArrived,
    trace: 'ECONNRESET',
  });

  it.each([
    ['putOrder', unanswered(true), false],
    ['putOrder', unanswered(false), true],
    ['deleteOrder', unanswered(true), false],
    ['findPendingOrder', unanswered(true), true],
    ['putOrder', problem(500, 'in_store_order_creation_error'), false],
    ['deleteOrder', problem(500, 'in_store_order_creation_error'), false],
    ['deleteOrder', problem(400, 'in_store_order_delete_error'), false],
    ['deleteOrder', problem(400, 'already_canceled'), false],
    ['putOrder', answered(408), false],
    ['putOrder', answered(302), false],
    ['putOrder', answered(200, { form: 'other' }), false],
    ['putOrder', problem(400, 'invalid_title'), true],
    ['putOrder', answered(429), true],
    ['putOrder', answered(405, { form: 'other' }), true],
    ['searchMerchantOrders', problem(500, 'internal_error'), true],
  ] as const)('%s after %o: outcome known %s', (operation, answer, known) => {
    expect(failureOf(operation, answer).outcomeKnown).toBe(known);
  });

  it('passes on what the other side asked to wait', () => {
    expect(failureOf('putOrder', answered(429, { retryAfterMs: 7000 }))).toMatchObject({
      code: 'rateLimited',
      retryAfterMs: 7000,
    });
  });

  it.each([
    ['offline', 'offline'],
    ['timeout', 'timeout'],
    ['garbled', 'unexpectedAnswer'],
  ] as const)('no answer because of %s is %s', (why, code) => {
    const failure = failureOf('putOrder', { kind: 'unanswered', why, mayHaveArrived: true, trace: 'X' });
    expect(failure.code).toBe(code);
    expect(errorTable[failure.code].retry).toBe(true);
  });
});

describe('the detail for the log', () => {
  it('says what was asked and what came back', () => {
    expect(failureOf('putOrder', problem(400, 'invalid_title', 'title must be string.')).detail).toBe(
      'putOrder: HTTP 400: invalid_title · title must be string.',
    );
  });

  it('never repeats an address, which may be the secret one of the relay', () => {
    const refused = problem(400, 'invalid_notification_url', 'https://relay.example/n/s3cret?x=1 must be url');
    expect(failureOf('putOrder', refused).detail).toBe(
      'putOrder: HTTP 400: invalid_notification_url · [url] must be url',
    );
  });

  it('is one short line whatever came', () => {
    const { detail } = failureOf('putOrder', problem(400, 'x', 'a\nb\u001b[31m'.repeat(1000)));
    expect(detail.length).toBeLessThanOrEqual(300);
    expect(detail).not.toMatch(/\p{Cc}/u);
  });
});
