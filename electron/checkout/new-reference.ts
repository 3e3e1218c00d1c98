import { randomBytes } from 'node:crypto';
import { referenceSchema, type Attempt } from '../../shared/checkout/attempt';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_LENGTH = 12;

/**
 * An `external_reference` that was never used before: the caja's code (the relay and people read it), the time in
 * seconds (so that a list of references is in order), and 60 random bits. Letters and digits only.
 */
export function newReference(registerCode: string, now: Date): Attempt['reference'] {
  const time = Math.floor(now.getTime() / 1000)
    .toString(36)
    .toUpperCase()
    .padStart(7, '0');
  const random = [...randomBytes(RANDOM_LENGTH)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return referenceSchema.parse(`${registerCode}${time}${random}`);
}
