import { z } from 'zod';
import { writtenFileSchema } from '../product-file';
import { reportSchema } from '../reports/report';
import { daysSchema } from '../sales/sale-filter';
import { approved } from './people-requests';

/**
 * What the days came to. A manager's PIN opens the reports for as long as the same person stands at the till: `visit` is
 * what the first answer gave.
 */
const asked = { visit: z.uuid().nullable(), ...approved };

export const reportRequests = {
  'reports.read': {
    input: z.object({ days: daysSchema, ...asked }),
    output: z.object({ visit: z.uuid(), report: reportSchema }),
  },
  /** The sales of these days as a file, a row for each sale or for each of its lines; null when no place was chosen. */
  'reports.export': {
    input: z.object({ days: daysSchema, rows: z.enum(['sale', 'line']), ...asked }),
    output: writtenFileSchema,
  },
} as const;
