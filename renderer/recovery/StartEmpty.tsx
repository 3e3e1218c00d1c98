import { useState } from 'react';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';

interface StartEmptyProps {
  readonly busy: boolean;
  readonly onStartEmpty: () => void;
}

/** The last way on: asks twice, and the harmless answer has the focus each time. */
export function StartEmpty({ busy, onStartEmpty }: StartEmptyProps) {
  const { t } = useWords();
  const [asked, setAsked] = useState<'nothing' | 'once' | 'twice'>('nothing');
  const becomes = (next: typeof asked) => () => {
    setAsked(next);
  };
  if (asked === 'nothing') {
    return (
      <Button disabled={busy} onClick={becomes('once')}>
        {t('recovery.startEmpty')}
      </Button>
    );
  }
  const words =
    asked === 'once'
      ? {
          question: t('recovery.emptyQuestion'),
          explained: t('recovery.emptyExplained'),
          yes: t('recovery.emptyYes'),
        }
      : { question: t('recovery.emptyAgain'), yes: t('recovery.emptyAgainYes') };
  return (
    <InlineConfirm
      key={asked}
      {...words}
      no={t('recovery.no')}
      busy={busy}
      onYes={() => {
        if (asked === 'once') setAsked('twice');
        else {
          setAsked('nothing');
          onStartEmpty();
        }
      }}
      onNo={becomes('nothing')}
    />
  );
}
