/** One way in which public code for Mercado Pago's attended QR fails in stores. */
interface FieldFault {
  /** What is broken on purpose, or done by others. */
  readonly broken: string;
  /** What must be so all the same. */
  readonly outcome: string;
}

/** Every fault seen in the field: each has its own tests in this folder, and `npm run test:faults` names them all. */
export const fieldFaults = {
  Q1: {
    broken: 'DELETE answers locked, delete_error or already_canceled while the customer pays',
    outcome: 'not taken for cancelled; paid, one ticket',
  },
  Q2: {
    broken: 'the expiry timer fires while Mercado Pago says closed',
    outcome: 'asks before it expires; paid, one ticket',
  },
  Q3: {
    broken: 'the closed of the last order arrives when the next order stands on the caja',
    outcome: 'the next customer’s order stays and is paid',
  },
  Q4: {
    broken: 'paid short, paid over, paid in parts, paid and partly given back',
    outcome: 'paid only when the money covers the total; the rest to a person',
  },
  Q5: {
    broken: 'the first attempt to pay is rejected',
    outcome: 'the order stays, the second attempt pays it',
  },
  Q6: {
    broken: 'several merchant orders for one sale, the paid one neither first nor last',
    outcome: 'all of them are read; paid',
  },
  Q7: {
    broken: 'notifications out of order: opened after closed, a refund after the approval',
    outcome: 'paid stays paid; the refund goes to a person',
  },
  Q8: {
    broken: 'the computer’s clock is a day off, in other time zones',
    outcome: 'the order expires in ten minutes of Mercado Pago’s clock',
  },
  Q9: {
    broken: 'price changed or discount given while the QR waits',
    outcome: 'refused; what is paid, compared and printed is what was stored',
  },
  Q10: {
    broken: 'another way of paying while DELETE does not get through',
    outcome: 'nothing else can begin before the order is known to be gone',
  },
  Q11: {
    broken: 'a cancel button that only stops the waiting',
    outcome: 'after the cancel Mercado Pago has no order on the caja',
  },
  Q12: {
    broken: 'the answer to PUT is lost, or the program dies before it comes',
    outcome: 'the same order is taken up; never a second one, never an orphan',
  },
  Q13: {
    broken: 'the QR fails and somebody tries again, or at another caja',
    outcome: 'never two payable orders at once',
  },
  Q14: {
    broken: '500, an HTML 405, 401, 429 and no DNS while waiting for the payment',
    outcome: 'keeps waiting and says why; paid when the API is back',
  },
  Q15: {
    broken: 'a payment that does not match, then the right one',
    outcome: 'goes on looking; paid',
  },
  Q16: {
    broken: 'a notification for an earlier sale while another is on screen',
    outcome: 'each sale gets its own money',
  },
  Q17: {
    broken: 'kill −9 in each state of a charge',
    outcome: 'taken up where it was, with what happened meanwhile',
  },
  Q18: {
    broken: 'the connection to the relay, or the relay itself, goes at each moment of the wait',
    outcome: 'connects again and hears what it missed, or asks by itself; paid',
  },
  Q19: {
    broken: 'the same closed fifty times, and again after a reconnection',
    outcome: 'one sale, one ticket',
  },
  Q20: {
    broken: 'amounts and weights that floating point cannot hold',
    outcome: 'every cent from 0.01 to 1000.00 and every gram arrives',
  },
  Q21: {
    broken: 'every call that carries the token fails, and the settings are saved again',
    outcome: 'the token is in no log, no file and no window, and is not lost',
  },
  Q22: {
    broken: 'a forged closed comes through the relay',
    outcome: 'a look, and nothing else',
  },
  Q23: {
    broken: 'DELETE answers 400 in_store_order_delete_error, which says nothing',
    outcome: 'a search by reference decides: paid or cancelled',
  },
  Q24: {
    broken: 'GET and DELETE with the store in the path; an HTML 405 where JSON should be',
    outcome: 'only documented paths; a page is a failure, not an answer',
  },
} as const satisfies Record<`Q${number}`, FieldFault>;

export type FaultId = keyof typeof fieldFaults;
