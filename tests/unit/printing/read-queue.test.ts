import { describe, expect, it } from 'vitest';
import { endIn, jobIdOf } from '../../../electron/printing/devices/read-queue';

const answer = (out: string, code: number | null = 0) => ({ code, absent: false, out, errors: '' });

describe('what the programs of CUPS say', () => {
  it.each([
    ['request id is Tickets-12 (0 file(s))\n', 'Tickets-12'],
    ['el id solicitado es Tickets-7 (0 archivo(s))\n', 'Tickets-7'],
    ['', null],
    ['request id is Otra-12 (0 file(s))\n', null],
  ])('names the job that it took, in any language: %j', (out, id) => {
    expect(jobIdOf('Tickets', answer(out))).toBe(id);
  });

  const ended = [
    'Tickets-12              root   1024   Fri Nov 27 07:41:04 2026',
    '\tStatus: ',
    '\tAlerts: job-canceled-by-user',
    '\tqueued for Tickets',
    'Tickets-1               root   1024   Fri Nov 27 07:41:04 2026',
    '\tStatus: ',
    '\tAlerts: processing-to-stop-point',
    '\tqueued for Tickets',
  ].join('\n');

  it.each([
    ['Tickets-12', answer(ended), 'dropped'],
    ['Tickets-1', answer(ended), 'printed'],
    ['Tickets-2', answer(ended), null],
    ['Tickets-2', answer(''), 'untold'],
    ['Tickets-1', answer(ended, 1), null],
    ['Tickets-1', answer(ended, null), null],
  ])('tells how %s ended', (id, said, end) => {
    expect(endIn(id, said)).toBe(end);
  });
});
