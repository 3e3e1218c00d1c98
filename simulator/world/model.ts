import type { SiteId } from './sites';

export interface Account {
  readonly userId: number;
  readonly nickname: string;
  readonly email: string;
  readonly siteId: SiteId;
  readonly accessToken: string;
  /** Name loaded in the account; customers read it instead of the first item's title. */
  readonly businessName: string | null;
  /** Default: a test user. */
  readonly isReal?: boolean;
}

export interface Store {
  readonly id: number;
  readonly userId: number;
  readonly createdAt: Date;
  name: string;
  externalId: string | null;
  businessHours: unknown;
  location: StoreLocation;
}

interface StoreLocation {
  readonly street_number: string;
  readonly street_name: string;
  readonly city_name: string;
  readonly state_name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly reference?: string | undefined;
}

export interface Pos {
  readonly id: number;
  readonly uuid: string;
  readonly userId: number;
  readonly createdAt: Date;
  updatedAt: Date;
  name: string;
  fixedAmount: boolean;
  category: number | null;
  storeId: number | null;
  externalStoreId: string | null;
  externalId: string | null;
  url: string | null;
}

export interface OrderItem {
  readonly title: string;
  readonly skuNumber: string | null;
  readonly category: string | null;
  readonly description: string | null;
  readonly currencyId: string | null;
  readonly unitMeasure: 'unit' | 'pack';
  readonly quantity: number;
  readonly unitPrice: number;
  readonly total: number;
}

export interface Tax {
  readonly type: string;
  readonly value: number;
}

/** What became of an order: still on its caja, or how it left it. */
export type OrderFate = 'assigned' | 'deleted' | 'replaced' | 'paid';

/** An attended order as it was put on a caja. Amounts in minor units. */
export interface InstoreOrder {
  readonly posId: number;
  readonly userId: number;
  readonly siteId: SiteId;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly externalReference: string;
  readonly title: string;
  readonly description: string;
  readonly notificationUrl: string | null;
  readonly total: number;
  readonly items: readonly OrderItem[];
  readonly taxes: readonly Tax[];
  readonly sponsorId: number | null;
  readonly cashOut: number | null;
  fate: OrderFate;
  /** A customer is confirming the payment right now. */
  locked: boolean;
}

/** Payment statuses (merchant_orders reference, `payments[].status`). */
export type PaymentStatus =
  | 'pending'
  | 'approved'
  | 'authorized'
  | 'in_process'
  | 'in_mediation'
  | 'rejected'
  | 'cancelled'
  | 'refunded'
  | 'charged_back';

/** `pix` exists in Brazil only. */
export const paymentMethods = ['account_money', 'debit_card', 'credit_card', 'pix'] as const;

export type PaymentMethod = (typeof paymentMethods)[number];

/** A payment as it is at one moment. Amounts in minor units. */
export interface PaymentFacts {
  readonly id: number;
  readonly merchantOrderId: number;
  readonly order: InstoreOrder;
  readonly method: PaymentMethod;
  readonly createdAt: Date;
  readonly amount: number;
  readonly refunds: readonly Refund[];
  readonly status: PaymentStatus;
  readonly statusDetail: string;
  readonly approvedAt: Date | null;
  readonly updatedAt: Date;
  readonly refundedAmount: number;
  /** Fields a test wants the API to show instead of the true ones. */
  readonly shownInstead: Readonly<Record<string, unknown>>;
}

/** How a payment was from one moment on. */
export interface PaymentVersion {
  readonly at: Date;
  readonly cause: 'payment' | 'refund';
  readonly facts: PaymentFacts;
}

export interface Payment extends PaymentFacts {
  readonly refunds: Refund[];
  /** Oldest first; the last one is the payment as it is now. */
  readonly versions: PaymentVersion[];
  status: PaymentStatus;
  statusDetail: string;
  approvedAt: Date | null;
  updatedAt: Date;
  refundedAmount: number;
  shownInstead: Readonly<Record<string, unknown>>;
}

/** Refunds reference, `status`. */
export const refundStatuses = ['approved', 'in_process', 'rejected', 'cancelled'] as const;

export type RefundStatus = (typeof refundStatuses)[number];

export interface Refund {
  readonly id: number;
  readonly paymentId: number;
  readonly amount: number;
  readonly createdAt: Date;
  status: RefundStatus;
}

/** Merchant order statuses (merchant_orders reference, `status`). */
export type MerchantOrderStatus = 'opened' | 'closed' | 'expired';

/** A merchant order as it is at one moment. */
export interface MerchantOrderFacts {
  readonly id: number;
  readonly order: InstoreOrder;
  readonly createdAt: Date;
  readonly payments: readonly PaymentFacts[];
  readonly status: MerchantOrderStatus;
  readonly updatedAt: Date;
  /** Fields a test wants the API to show instead of the true ones. */
  readonly shownInstead: Readonly<Record<string, unknown>>;
}

/** How a merchant order's own status was from one moment on. */
export interface MerchantOrderVersion {
  readonly at: Date;
  readonly status: MerchantOrderStatus;
}

/** Mercado Pago's record of one scan of an order, with every attempt to pay it. */
export interface MerchantOrder extends MerchantOrderFacts {
  readonly payments: Payment[];
  /** Oldest first. */
  readonly versions: MerchantOrderVersion[];
  status: MerchantOrderStatus;
  updatedAt: Date;
  shownInstead: Readonly<Record<string, unknown>>;
}

/** A customer's phone with the pay screen of one order open. */
export interface Scan {
  readonly id: string;
  readonly order: InstoreOrder;
  merchantOrder: MerchantOrder | null;
  left: boolean;
}
