/** Everything that is asked of the API. The name decides what a refusal means, and goes to the log. */
export const operations = {
  putOrder: 'write',
  deleteOrder: 'write',
  findPendingOrder: 'read',
  fetchMerchantOrder: 'read',
  searchMerchantOrders: 'read',
  fetchPayment: 'read',
  searchPayments: 'read',
  requestRefund: 'write',
  listRefunds: 'read',
  whoAmI: 'read',
  listStores: 'read',
  createStore: 'write',
  listRegisters: 'read',
  createRegister: 'write',
  fetchQrImage: 'read',
} as const satisfies Record<string, 'read' | 'write'>;

export type Operation = keyof typeof operations;
