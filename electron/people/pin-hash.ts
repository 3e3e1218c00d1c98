import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * 16 MB and some 40 ms a try: a cashier must not wait, and everybody's PIN is looked through. What keeps a guesser away is
 * the slow-down, because ten thousand PINs are few for any cost.
 */
const COST = 2 ** 14;
const BLOCK = 8;
const PARALLEL = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/** What is stored instead of a PIN, with everything that is needed to check one against it. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(pin, salt, HASH_BYTES, { N: COST, r: BLOCK, p: PARALLEL });
  return ['scrypt', COST, BLOCK, PARALLEL, salt.toString('base64'), hash.toString('base64')].join(':');
}

/** False too for what is no hash of ours. */
export async function isPinOf(stored: string, pin: string): Promise<boolean> {
  const [kind, cost, block, parallel, salt = '', hash = ''] = stored.split(':');
  if (kind !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'base64');
  const options = { N: Number(cost), r: Number(block), p: Number(parallel) };
  const actual = await derive(pin, Buffer.from(salt, 'base64'), expected.length, options);
  return timingSafeEqual(actual, expected);
}
