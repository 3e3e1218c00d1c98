import { z } from 'zod';

/** What an operator types to say who they are. Nobody else's: a PIN alone names its person. */
export const pinSchema = z.string().regex(/^\d{4,8}$/);

/** What somebody would try first: one digit over and over, or digits in a row. */
export function isEasyPin(pin: string): boolean {
  const steps = new Set(
    Array.from(pin)
      .slice(1)
      .map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10),
  );
  const [step] = steps;
  return steps.size === 1 && (step === 0 || step === 1 || step === 9);
}
