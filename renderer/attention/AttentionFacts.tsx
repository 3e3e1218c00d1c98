import type { CheckoutState } from '../../shared/checkout/state';
import { minor } from '../../shared/money';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import type { Translate } from '../../shared/texts/create-texts';
import { useWords } from '../hooks/use-words';
import { moneyOf, type ChargeMoney } from '../lib/money-of';
import { saleNumber } from '../lib/sale-number';
import { FactList, type Fact } from '../parts/FactList';
import { Money } from '../parts/Money';

interface AttentionFactsProps {
  readonly state: CheckoutState;
  /** Without what already stands beside it on the screen of a charge. */
  readonly brief?: boolean;
}

/** What a person needs to judge a charge and to find its payments at Mercado Pago. */
export function AttentionFacts({ state, brief = false }: AttentionFactsProps) {
  const { t, moment } = useWords();
  const { sale, cash, register, reference, createdAt } = state.attempt;
  const when = 'at' in state ? state.at : state.kind === 'paid' ? state.paidAt : createdAt;
  const money = moneyOf(state);
  const facts: readonly Fact[] = [
    { label: t('attention.facts.sale'), value: saleNumber(sale.number) },
    ...(brief ? [] : [{ label: t('attention.facts.total'), value: <Money amount={sale.total} /> }]),
    ...(cash === undefined ? [] : [{ label: t('cash.open'), value: <Money amount={cash} /> }]),
    ...(money === null ? [] : moneyFacts(money, t)),
    ...(brief
      ? []
      : [
          { label: t('attention.facts.when'), value: moment(when) },
          { label: t('attention.facts.register'), value: register.name },
        ]),
    { label: t('attention.facts.reference'), value: reference, look: 'exact' },
  ];
  return <FactList facts={facts} />;
}

/** What came, what went back, what that leaves, and of which payments. */
export function moneyFacts(money: ChargeMoney, t: Translate): readonly Fact[] {
  const payments = money.payments.map(({ id, amount }): Fact => ({
    label: t('attention.facts.payment'),
    value: (
      <>
        {id} · <Money amount={amount} />
      </>
    ),
    look: 'exact',
  }));
  return [
    { label: t('attention.facts.came'), value: <Money amount={money.came} /> },
    { label: t('attention.facts.wentBack'), value: <Money amount={money.wentBack} /> },
    { label: t('attention.facts.remains'), value: <Money amount={money.remains} />, look: 'sum' },
    ...payments,
  ];
}

/** The same for money without a charge. */
export function StrayFacts({ stray }: { readonly stray: StrayPayment }) {
  const { t, moment } = useWords();
  const { paymentId: id, amount, givenBack, approvedAt, foundAt, reference } = stray;
  const remains = minor(amount - givenBack);
  const money: ChargeMoney = {
    came: amount,
    wentBack: givenBack,
    remains,
    payments: [{ id, amount, left: remains }],
  };
  const facts: readonly Fact[] = [
    ...moneyFacts(money, t),
    ...(approvedAt === null ? [] : [{ label: t('attention.facts.approved'), value: moment(approvedAt) }]),
    { label: t('attention.facts.found'), value: moment(foundAt) },
    { label: t('attention.facts.reference'), value: reference, look: 'exact' },
  ];
  return <FactList facts={facts} />;
}
