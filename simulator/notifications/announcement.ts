import type { MerchantOrder, Payment } from '../world/model';

/** Something Mercado Pago tells the order's `notification_url`. */
export type Announcement =
  | { readonly topic: 'merchant_order'; readonly merchantOrder: MerchantOrder; readonly reason: AnnouncementReason }
  | { readonly topic: 'payment'; readonly payment: Payment; readonly action: 'payment.created' | 'payment.updated' };

/** Why a merchant order is announced; decides the status it is announced with. */
type AnnouncementReason = 'created' | 'updated' | 'noise';
