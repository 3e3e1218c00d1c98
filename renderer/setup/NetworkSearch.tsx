import { Search, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { PrinterSearch } from '../../shared/printer-search';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import './NetworkSearch.css';

interface NetworkSearchProps {
  readonly search: PrinterSearch;
  /** False while somebody looks at another step: then nothing is looked for. */
  readonly shown: boolean;
  /** It is the thing to do next, because there is nothing else to choose. */
  readonly isNext: boolean;
  /** What stands beside its button. */
  readonly children: ReactNode;
}

/** Looks for printers in the network, when somebody asks for it and only while they watch. */
export function NetworkSearch({ search, shown, isNext, children }: NetworkSearchProps) {
  const { t, failure } = useWords();
  const start = useAction(() => ask('setup.searchPrinters'));
  const stop = useAction(() => ask('setup.stopPrinterSearch'));
  const searching = search.state === 'searching';
  useStopWhenLeft(searching, shown);

  return (
    <section className="network-search" aria-label={t('setup.printer.search.name')}>
      {searching ? (
        <>
          <progress aria-label={t('setup.printer.search.name')} value={search.asked} max={search.of} />
          <p role="status">
            {t('setup.printer.search.asking', {
              asked: String(search.asked),
              of: String(search.of),
              found: String(search.found.length),
            })}
          </p>
          <Button icon={<X aria-hidden="true" size={20} />} onClick={() => void stop.run()}>
            {t('setup.printer.search.stop')}
          </Button>
        </>
      ) : (
        <>
          {search.state === 'ended' && <SearchEnd search={search} />}
          <Button
            look={isNext ? 'main' : 'plain'}
            icon={<Search aria-hidden="true" size={20} />}
            disabled={start.busy}
            onClick={() => void start.run()}
          >
            {t(search.state === 'idle' ? 'setup.printer.search.start' : 'setup.printer.search.again')}
          </Button>
          {children}
          <p className="network-search-explained">{t('setup.printer.search.explained')}</p>
        </>
      )}
      {start.failure && <Trouble {...failure(start.failure)} />}
    </section>
  );
}

function SearchEnd({ search: { how, found } }: { readonly search: Extract<PrinterSearch, { state: 'ended' }> }) {
  const { t } = useWords();
  const count = { found: String(found.length) };
  const words = {
    complete: found.length > 0 ? t('setup.printer.search.found', count) : t('setup.printer.search.noneFound'),
    stopped: t('setup.printer.search.stopped', count),
    tooLong: t('setup.printer.search.tooLong', count),
    noNetwork: t('setup.printer.search.noNetwork'),
  };
  return (
    <p role="status" className={found.length === 0 && how !== 'stopped' ? 'setup-note' : undefined}>
      {words[how]}
    </p>
  );
}

/** A search that nobody watches any more is stopped. */
function useStopWhenLeft(searching: boolean, shown: boolean): void {
  const underWay = useRef(searching);
  useEffect(() => {
    underWay.current = searching;
  }, [searching]);
  useEffect(() => {
    if (!shown) return;
    return () => {
      if (underWay.current) void ask('setup.stopPrinterSearch');
    };
  }, [shown]);
}
