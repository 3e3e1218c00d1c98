import { describe, expect, it } from 'vitest';
import { printJobOf, testTicketOf } from '../../../electron/checkout/ticket-of';
import { settingsSchema } from '../../../electron/storage/settings-store';
import { emptyLedger } from '../../../shared/checkout/ledger';
import { settle } from '../../../shared/checkout/settle';
import type { StateOf } from '../../../shared/checkout/state';
import { ticketSchema } from '../../../shared/ticket/ticket';
import { anAttempt, anOrder, AT, seen } from '../../support/builders';

const settings = settingsSchema.parse({ account: { userId: '1', nickname: 'LAESQUINA', site: 'MLM' } });

function paid(): StateOf<'paid'> {
  const attempt = anAttempt();
  const verdict = settle(attempt, seen(anOrder()));
  if (verdict.kind !== 'paid') throw new Error('the order of the builders is paid');
  const ticket = { jobId: 'a-1', copy: 0, status: 'queued', trouble: null, asked: null } as const;
  return { kind: 'paid', attempt, settlement: verdict.settlement, paidAt: AT, ticket, ledger: emptyLedger };
}

const zoneOnPaper = (systemZone: string | null) => printJobOf(paid(), settings, systemZone).ticket?.timeZone;

describe('the time on a ticket', () => {
  it("is in the computer's own zone, as on the screen, because a country has several", () => {
    expect(zoneOnPaper('America/Tijuana')).toBe('America/Tijuana');
    expect(testTicketOf(settings, new Date(AT), 'America/Tijuana').timeZone).toBe('America/Tijuana');
  });

  it("is in the country's zone when the computer reports none", () => {
    expect(zoneOnPaper(null)).toBe('America/Mexico_City');
  });

  it.each(['Etc/Unknown', 'Mars/Olympus_Mons', ''])('never keeps a ticket from being stored: %s', (reported) => {
    expect(ticketSchema.safeParse(printJobOf(paid(), settings, reported).ticket).success).toBe(true);
  });
});
