import type { ErrorCode } from '../../shared/errors';

/**
 * Mercado Pago's own error keys, in lower case, and what each means to us. Sources: the references "Instore Orders v2"
 * (PUT, GET, DELETE), "Stores", "POS", "Merchant orders" and "Orders", and what integrators have captured.
 */
export const documentedErrors: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>(
  Object.entries({
    // The order
    invalid_collectorid: 'accountForbidden',
    invalid_externalposid: 'registerNotFound',
    point_of_sale_not_found: 'registerNotFound',
    pos_not_found: 'registerNotFound',
    store_not_found: 'storeNotFound',
    invalid_external_reference: 'orderInvalid',
    invalid_title: 'orderInvalid',
    invalid_description: 'orderInvalid',
    invalid_items: 'orderInvalid',
    'invalid_items.sku_number': 'orderInvalid',
    'invalid_items.category': 'orderInvalid',
    'invalid_items.title': 'orderInvalid',
    'invalid_items.description': 'orderInvalid',
    'invalid_items.unit_measure': 'orderInvalid',
    'invalid_items.quantity': 'orderInvalid',
    'invalid_items.currency_id': 'orderInvalid',
    invalid_unit_measure: 'orderInvalid',
    invalid_quantity: 'orderInvalid',
    'invalid_cash_out.amount': 'orderInvalid',
    invalid_amount: 'orderInvalid',
    error_creating_seller_qr_order: 'orderInvalid',
    unsupported_properties: 'orderInvalid',
    property_value: 'orderInvalid',
    property_type: 'orderInvalid',
    invalid_total_amount: 'amountInvalid',
    invalid_unit_price: 'amountInvalid',
    'invalid_items.unit_price': 'amountInvalid',
    'invalid_items.total_amount': 'amountInvalid',
    invalid_expiration_date: 'expirationInvalid',
    invalid_notification_url: 'notificationUrlInvalid',
    'invalid_sponsor.id': 'sponsorInvalid',
    invalid_sponsor_id: 'sponsorInvalid',
    sponsor_id_not_valid: 'sponsorInvalid',
    invalid_id: 'sponsorInvalid',
    unsupported_site: 'siteMismatch',
    already_queued_order_on_pos: 'registerOccupied',
    locked: 'orderLocked',
    instore_order_locked_error: 'orderLocked',
    // The account
    invalid_access_token: 'tokenInvalid',
    invalid_token: 'tokenInvalid',
    invalid_caller_id: 'accountForbidden',
    // Stores
    invalid_store_id: 'storeNotFound',
    inexistent_external_store_id: 'storeNotFound',
    external_store_id_not_match: 'storeNotFound',
    'external_id-already-used': 'externalIdTaken',
    validation_error: 'locationInvalid',
    invalid_location: 'locationInvalid',
    invalid_street_name: 'locationInvalid',
    invalid_street_number: 'locationInvalid',
    invalid_city_name: 'locationInvalid',
    invalid_state_name: 'locationInvalid',
    invalid_reference: 'locationInvalid',
    // Cajas
    invalid_pos_id: 'registerNotFound',
    name_too_long: 'nameTooLong',
    invalid_external_id: 'externalIdInvalid',
    external_id_too_long: 'externalIdInvalid',
    missing_body: 'badRequest',
    unknown_field_exception: 'badRequest',
    invalid_name: 'badRequest',
    invalid_fixed_amount: 'badRequest',
    fixed_amount_false: 'badRequest',
    invalid_category: 'badRequest',
    unknown_mcc: 'badRequest',
    invalid_limit: 'badRequest',
    invalid_offset: 'badRequest',
    // Merchant orders
    ds_search_query: 'badRequest',
    invalid_format: 'badRequest',
  }),
);

/** There is no order on the caja: the answer to GET, and what a DELETE then means. */
export const NO_ORDER_ON_REGISTER = 'point_of_sale_in_store_order_not_found';

/**
 * Refusals of a DELETE that do not say whether the order is still there: captured when it was paid, when it was gone
 * already, and when there had never been one. Only a look can tell.
 */
export const inconclusiveErrors: ReadonlySet<string> = new Set([
  'in_store_order_delete_error',
  'already_canceled',
  'order_already_canceled',
  'cannot_cancel_order',
]);

/** Refusals known by their words only. */
export const documentedMessages: readonly (readonly [RegExp, ErrorCode])[] = [
  // "Prices in COP currency must be expressed with integer values"
  [/expressed with integer values/i, 'amountInvalid'],
  // "External_id-already-used … check location.state_name and location.city_name": one text for two causes. Whether the
  // id is taken is found by a search; then only the place is left.
  [/check location\./i, 'locationInvalid'],
  // "A pos with the same EXTERNAL_ID already exists."
  [/same external_id already exists/i, 'externalIdTaken'],
];

/**
 * Refusals of a refund, by number: the reference of `POST /v1/payments/{id}/refunds`, and 2031 and 2091 as integrators
 * have captured them for an account without money. 4040 and 4041 come with 401 there: they are not about the token.
 */
export const refundErrors: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ['2000', 'paymentNotFound'],
  ['2024', 'refundTooOld'],
  ['15016', 'refundTooOld'],
  ['2031', 'refundNoFunds'],
  ['2091', 'refundNoFunds'],
  ['2022', 'refundNotPossible'],
  ['2063', 'refundNotPossible'],
  ['2085', 'refundTooLarge'],
  ['3024', 'refundOnlyWhole'],
  ['4040', 'refundTooLarge'],
  ['4041', 'refundTooLarge'],
  ['4292', 'badRequest'],
  ['4291', 'refundNotPossible'],
  ['4293', 'refundNotPossible'],
  ['4294', 'refundNotPossible'],
  ['4295', 'refundNotPossible'],
  ['4296', 'refundNotPossible'],
  ['4297', 'refundNotPossible'],
  ['4211', 'refundNotPossible'],
  ['4248', 'refundNotPossible'],
]);
