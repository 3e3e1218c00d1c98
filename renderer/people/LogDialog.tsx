import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../shared/errors';
import type { AuditEntry } from '../../shared/people/audit';
import { useWords, type Words } from '../hooks/use-words';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';
import { Trouble } from '../parts/Trouble';
import { dialogs } from '../till/stores';
import { askPermitted } from './ask-permitted';
import './LogDialog.css';

const SHOWN_AT_ONCE = 50;

/** Everything that somebody decided at this till, newest first. */
export function LogDialog() {
  const words = useWords();
  const { t, failure } = words;
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null);
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const { close } = dialogs.getState();

  const read = async (known: readonly AuditEntry[]) => {
    const input = { before: known.at(-1)?.seq ?? null, limit: SHOWN_AT_ONCE };
    const reply = await askPermitted('people.log', input, t('people.permissions.reports'));
    if (reply.ok) {
      setEntries([...known, ...reply.value]);
      setMore(reply.value.length === SHOWN_AT_ONCE);
    }
    setProblem(reply.ok ? null : reply.error.code);
  };
  useEffect(() => {
    let stale = false;
    const input = { before: null, limit: SHOWN_AT_ONCE };
    void askPermitted('people.log', input, t('people.permissions.reports')).then((reply) => {
      if (stale) return;
      if (reply.ok) {
        setEntries(reply.value);
        setMore(reply.value.length === SHOWN_AT_ONCE);
      } else setProblem(reply.error.code);
    });
    return () => {
      stale = true;
    };
  }, [t]);

  return (
    <Modal title={t('people.log.title')} onClose={close}>
      <p className="log-explained">{t('people.log.explained')}</p>
      {problem && <Trouble {...failure(problem)} />}
      <div role="status" aria-live="polite">
        {entries === null && !problem && <p>{t('people.log.looking')}</p>}
        {entries?.length === 0 && <p>{t('people.log.none')}</p>}
      </div>
      {entries !== null && entries.length > 0 && (
        <table className="log selectable">
          <caption className="only-heard">{t('people.log.list')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('people.log.when')}</th>
              <th scope="col">{t('people.log.act')}</th>
              <th scope="col">{t('people.log.who')}</th>
              <th scope="col">{t('people.log.details')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <LogLine key={entry.seq} entry={entry} words={words} />
            ))}
          </tbody>
        </table>
      )}
      {more && entries && (
        <Button className="log-older" onClick={() => void read(entries)}>
          {t('people.log.older')}
        </Button>
      )}
    </Modal>
  );
}

function LogLine({ entry, words }: { readonly entry: AuditEntry; readonly words: Words }) {
  const { t, moment } = words;
  const { at, act, by, approvedBy } = entry;
  const who = by ?? t('people.log.nobody');
  return (
    <tr>
      <td className="log-when">{moment(at)}</td>
      <td>{t(`people.log.acts.${act}`)}</td>
      <td>{approvedBy === null ? who : t('people.log.approved', { by: who, approver: approvedBy })}</td>
      <td>{detailsOf(entry, words)}</td>
    </tr>
  );
}

function detailsOf({ facts }: AuditEntry, { t, money }: Words): string {
  const { sale, amount, payment, note } = facts;
  return [
    sale === undefined ? null : t('people.log.sale', { sale: saleNumber(sale) }),
    amount === undefined ? null : money(amount),
    payment === undefined ? null : t('people.log.payment', { payment }),
    note ?? null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
