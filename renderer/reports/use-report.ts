import { useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../shared/errors';
import type { Report } from '../../shared/reports/report';
import type { Days } from '../../shared/sales/sale-filter';
import { askPermitted } from '../people/ask-permitted';

export interface ReportLoad {
  /** What is known, also while other days are asked for. */
  readonly report: Report | null;
  readonly failure: ErrorCode | null;
  readonly busy: boolean;
  /** What a manager's PIN opened, for further questions. */
  readonly visit: () => string | null;
}

/** What these days came to. @param what the wish in words, for the manager who reads it */
export function useReport(days: Days, what: string): ReportLoad {
  const visit = useRef<string | null>(null);
  const [answer, setAnswer] = useState<{ of: string; report: Report | null; failure: ErrorCode | null } | null>(null);
  const { from, to } = days;
  const wanted = `${from} ${to}`;

  useEffect(() => {
    let stale = false;
    void askPermitted('reports.read', { days: { from, to }, visit: visit.current }, what).then((reply) => {
      if (reply.ok) visit.current = reply.value.visit;
      if (stale) return;
      const failure = reply.ok ? null : reply.error.code;
      setAnswer({ of: `${from} ${to}`, report: reply.ok ? reply.value.report : null, failure });
    });
    return () => {
      stale = true;
    };
  }, [from, to, what]);

  const isAnswered = answer?.of === wanted;
  return {
    report: answer?.report ?? null,
    failure: isAnswered ? answer.failure : null,
    busy: !isAnswered,
    visit: () => visit.current,
  };
}
