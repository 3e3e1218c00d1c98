import { answered, type RefundLoop } from './send-refund';

/** Asks now and then what became of a refund that Mercado Pago has taken and not decided. */
export async function watchRefund({ ports, state, tell, setTrouble, pause }: RefundLoop): Promise<void> {
  for (;;) {
    const now = state();
    if (now?.kind !== 'inProcess') return;
    const listed = await ports.gateway.listRefunds(now.refund.paymentId);
    if (listed.ok) {
      setTrouble(null);
      const found = listed.value.find(({ id }) => id === now.refundId);
      if (found && found.status !== 'inProcess' && tell(answered(found, ports.now()))) return;
    } else {
      ports.log('gateway.failed', { code: listed.error.code, detail: listed.error.detail });
      setTrouble(listed.error.code);
    }
    await pause(ports.rhythm.refundPollMs);
  }
}
