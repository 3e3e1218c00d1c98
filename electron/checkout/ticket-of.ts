import { dueOf } from '../../shared/checkout/attempt';
import type { StateOf } from '../../shared/checkout/state';
import { countries, type Country } from '../../shared/country';
import { minor } from '../../shared/money';
import { isTimeZone, type PaperFacts, type Ticket } from '../../shared/ticket/ticket';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import type { PrintJob } from '../printing/print-job';
import { localeOf } from '../setup/locale-of';
import type { Settings } from '../storage/settings-store';
import { ticketLineOf } from './ticket-line-of';

/** What the ticket says beside the sale: decided when it is made, so that a reprint looks like the original. */
export type TicketSettings = Pick<Settings, 'business' | 'account' | 'register' | 'locale' | 'practice'>;

/** What every paper of this till carries. @param registerName of the caja that the sale was made at, if it was one */
export function paperOf(
  settings: TicketSettings,
  systemZone: string | null,
  registerName: string = settings.register?.name ?? ticketTexts(localeOf(settings)).register,
): Omit<PaperFacts, 'copy'> {
  const country = countries[settings.account?.site ?? 'MLA'];
  return {
    business: settings.business ?? { name: registerName, address: '', taxId: '', footer: '' },
    registerName,
    timeZone: zoneOf(country, systemZone),
    locale: localeOf(settings),
    currency: country.currency,
    practice: settings.practice,
  };
}

/** The print job of a paid checkout's current ticket. */
export function printJobOf(paid: StateOf<'paid'>, settings: TicketSettings, systemZone: string | null): PrintJob {
  return {
    id: paid.ticket.jobId,
    checkoutId: paid.attempt.checkoutId,
    kind: 'sale',
    copy: paid.ticket.copy,
    ticket: ticketOf(paid, settings, systemZone),
    ...(paid.attempt.cash !== undefined && paid.ticket.copy === 0 ? { drawer: true } : {}),
    state: 'queued',
    trouble: null,
  };
}

/** Shows columns and accents; belongs to no sale. */
export function testTicketOf(settings: Settings, now: Date, systemZone: string | null): Ticket {
  return trialOf('test', settings, now, systemZone);
}

/** Shows the letters in each code page; belongs to no sale either. */
export function calibrationTicketOf(settings: Settings, now: Date, systemZone: string | null): Ticket {
  return trialOf('calibration', settings, now, systemZone);
}

function trialOf(kind: 'test' | 'calibration', settings: Settings, now: Date, systemZone: string | null): Ticket {
  return {
    ...paperOf(settings, systemZone),
    kind,
    number: 1,
    paidAt: now.toISOString(),
    lines: [],
    total: minor(0),
    payment: { ids: [], reference: '' },
    copy: 0,
  };
}

/** A country has several zones, and paper must say the time that the screen says: the computer's own. */
function zoneOf(country: Country, systemZone: string | null): string {
  return systemZone !== null && isTimeZone(systemZone) ? systemZone : country.timeZone;
}

function ticketOf(
  { attempt, settlement, paidAt, ticket }: StateOf<'paid'>,
  settings: TicketSettings,
  systemZone: string | null,
): Ticket {
  return {
    ...paperOf(settings, systemZone, attempt.register.name),
    kind: 'sale',
    number: attempt.sale.number,
    paidAt,
    currency: attempt.currency,
    lines: attempt.sale.lines.map(ticketLineOf),
    discount: attempt.sale.discount,
    total: attempt.sale.total,
    operator: attempt.operator?.name ?? null,
    payment: { ids: settlement.paymentIds, reference: attempt.reference },
    ...(attempt.cash === undefined
      ? {}
      : {
          tenders: [
            { kind: 'cash' as const, amount: attempt.cash },
            { kind: 'qr' as const, amount: dueOf(attempt) },
          ],
        }),
    copy: ticket.copy,
    reprint: ticket.asked,
  };
}
