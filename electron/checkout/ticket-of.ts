import type { StateOf } from '../../shared/checkout/state';
import { countries, type Country } from '../../shared/country';
import { minor } from '../../shared/money';
import { isTimeZone, type Ticket } from '../../shared/ticket/ticket';
import { startTexts } from '../../shared/texts/start-texts';
import type { PrintJob } from '../printing/print-job';
import type { Settings } from '../storage/settings-store';

/** What the ticket says beside the sale: decided when it is made, so that a reprint looks like the original. */
export type TicketSettings = Pick<Settings, 'business' | 'account' | 'locale' | 'practice'>;

/** The print job of a paid checkout's current ticket. */
export function printJobOf(paid: StateOf<'paid'>, settings: TicketSettings, systemZone: string | null): PrintJob {
  return {
    id: paid.ticket.jobId,
    checkoutId: paid.attempt.checkoutId,
    kind: 'sale',
    copy: paid.ticket.copy,
    ticket: ticketOf(paid, settings, systemZone),
    state: 'queued',
    trouble: null,
  };
}

/** Shows columns and accents; belongs to no sale. */
export function testTicketOf(settings: Settings, now: Date, systemZone: string | null): Ticket {
  const country = countries[settings.account?.site ?? 'MLA'];
  const registerName = settings.register?.name ?? startTexts.till;
  return {
    kind: 'test',
    business: settings.business ?? { name: registerName, address: '', taxId: '', footer: '' },
    registerName,
    number: 1,
    paidAt: now.toISOString(),
    timeZone: zoneOf(country, systemZone),
    locale: settings.locale ?? country.locale,
    currency: country.currency,
    lines: [],
    total: minor(0),
    payment: { ids: [], reference: '' },
    copy: 0,
    practice: settings.practice,
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
  const country = countries[settings.account?.site ?? 'MLA'];
  return {
    kind: 'sale',
    business: settings.business ?? { name: attempt.register.name, address: '', taxId: '', footer: '' },
    registerName: attempt.register.name,
    number: attempt.sale.number,
    paidAt,
    timeZone: zoneOf(country, systemZone),
    locale: settings.locale ?? country.locale,
    currency: attempt.currency,
    lines: attempt.sale.lines.map(({ name, quantity, unit, unitPrice, total }) => ({
      name,
      quantity,
      unit,
      unitPrice,
      total,
    })),
    total: attempt.sale.total,
    payment: { ids: settlement.paymentIds, reference: attempt.reference },
    copy: ticket.copy,
    practice: settings.practice,
  };
}
