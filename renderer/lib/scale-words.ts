import type { ScaleLabel } from '../../shared/codes/scale-code';
import { formatQuantity } from '../../shared/quantity';
import type { Words } from '../hooks/use-words';

/** What the label of a scale says. */
export function scaleWords(label: ScaleLabel, { t, money, locale }: Words): string {
  const { plu } = label;
  return label.kind === 'weighed'
    ? t('setup.selling.scale.means.weighed', { plu, quantity: formatQuantity(label.quantity, 'kg', locale) })
    : t('setup.selling.scale.means.priced', { plu, price: money(label.price) });
}
