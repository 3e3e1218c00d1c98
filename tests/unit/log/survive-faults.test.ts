import { describe, expect, it } from 'vitest';
import { answerFault } from '../../../electron/log/survive-faults';

function afterFault(uptimeMs: number) {
  const logged: unknown[] = [];
  let starts = 0;
  const answer = answerFault(
    (event, facts) => void logged.push({ event, ...facts }),
    () => (starts += 1),
    () => uptimeMs,
  );
  answer(new Error('boom'));
  return { logged, starts };
}

describe('an error that nobody caught', () => {
  it('is written down and starts the program again', () => {
    const { logged, starts } = afterFault(3_600_000);
    expect(starts).toBe(1);
    expect(logged).toMatchObject([{ event: 'app.fault', error: { message: 'boom' } }]);
  });

  it('does not start the program again and again', () => {
    const { logged, starts } = afterFault(5_000);
    expect(starts).toBe(0);
    expect(logged).toMatchObject([{ event: 'app.fault', error: { message: 'boom' } }]);
  });
});
