import { randomBytes } from 'node:crypto';
import { referenceSchema, type Attempt } from '../../shared/checkout/attempt';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_LENGTH = 12;

/** What all references of one installation at one caja begin with: the caja's code, which the relay and people read. */
export function referencePrefix(registerCode: string, tillId: string | null): string {
  return `${registerCode}${tillId ?? ''}`;
}

/** Tells the references of this installation from another's at the same caja; taken once, kept for good. */
export function newTillId(): string {
  return randomText(5);
}

/**
 * An `external_reference` that was never used before: the prefix, the time in seconds (so that a list of references is
 * in order), and 60 random bits. Letters and digits only.
 */
export function newReference(prefix: string, now: Date): Attempt['reference'] {
  const time = Math.floor(now.getTime() / 1000)
    .toString(36)
    .toUpperCase()
    .padStart(7, '0');
  return referenceSchema.parse(`${prefix}${time}${randomText(RANDOM_LENGTH)}`);
}

function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
