import { useState } from 'react';
import type { HeldSale } from '../../shared/held-sale';
import { useAction } from '../hooks/use-action';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Modal } from '../parts/Modal';
import { Money } from '../parts/Money';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';
import { resumeSale } from './hold-sale';
import './HeldDialog.css';

const listHeld = () => ask('held.list');

/** The sales that wait: Enter or a touch takes one up again. */
export function HeldDialog() {
  const { t, money, failure } = useWords();
  const { loaded, again } = useLoad(listHeld, '');
  const resume = useAction(resumeSale);
  const discard = useAction(({ saleId, total }: HeldSale) =>
    askPermitted('held.discard', { saleId }, t('people.wishes.void', { amount: money(total) })),
  );
  const { close } = dialogs.getState();
  const trouble = resume.failure ?? discard.failure ?? (loaded.state === 'failed' ? loaded.code : null);

  return (
    <Modal title={t('held.title')} width="narrow" onClose={close}>
      <p>{t('held.explained')}</p>
      {trouble && <Trouble {...failure(trouble)} />}
      {loaded.state === 'known' && loaded.value.length === 0 && <p>{t('held.none')}</p>}
      {loaded.state === 'known' && loaded.value.length > 0 && (
        <ol className="held-list" aria-label={t('held.title')}>
          {loaded.value.map((sale, index) => (
            <HeldRow
              key={sale.saleId}
              sale={sale}
              first={index === 0}
              busy={resume.busy || discard.busy}
              onResume={() => {
                void resume.run(sale.saleId).then((reply) => {
                  if (reply?.ok === true) close();
                });
              }}
              onDiscard={() => {
                void discard.run(sale).then(again);
              }}
            />
          ))}
        </ol>
      )}
    </Modal>
  );
}

interface HeldRowProps {
  readonly sale: HeldSale;
  readonly first: boolean;
  readonly busy: boolean;
  readonly onResume: () => void;
  readonly onDiscard: () => void;
}

function HeldRow({ sale, first, busy, onResume, onDiscard }: HeldRowProps) {
  const { t, moment } = useWords();
  const [asking, setAsking] = useState(false);
  const name = sale.name === '' ? t('held.nameless') : sale.name;
  return (
    <li>
      <div className="held-row">
        <button type="button" className="held-sale" autoFocus={first} disabled={busy} onClick={onResume}>
          <span>{moment(sale.heldAt)}</span> <span>{name}</span>{' '}
          <span>{t('sale.articles', { count: sale.lines })}</span> <Money amount={sale.total} />
        </button>
        <Button
          look="quiet"
          aria-label={t('held.discard', { name })}
          disabled={busy}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('held.discardShort')}
        </Button>
      </div>
      {asking && (
        <InlineConfirm
          question={t('held.discardQuestion')}
          yes={t('held.discardYes')}
          no={t('held.discardNo')}
          onYes={onDiscard}
          onNo={() => {
            setAsking(false);
          }}
        />
      )}
    </li>
  );
}
