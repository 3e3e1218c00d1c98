import { WHOLE } from './discount';
import { minor, type MinorUnits } from './money';

/** What of a price is tax, where `tax` hundredths of a percent are contained in it, rounded half up: 19 % of 6000 is 958. */
export function containedTax(price: MinorUnits, tax: number): MinorUnits {
  const parts = WHOLE + tax;
  return minor(Math.floor((2 * price * tax + parts) / (2 * parts)));
}
