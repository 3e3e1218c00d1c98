import { Search, X } from 'lucide-react';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { assertNever } from '../../shared/errors';
import type { PrinterSearch } from '../../shared/printer-search';
import type { Translate } from '../../shared/texts/create-texts';
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
  readonly onStart: () => void;
  /** What stands beside its button. */
  readonly children: ReactNode;
}

/** Looks for printers in the network, when somebody asks for it and only while they watch. */
export function NetworkSearch({ search, shown, isNext, onStart, children }: NetworkSearchProps) {
  const { t, failure } = useWords();
  const start = useAction(() => ask('setup.searchPrinters'));
  const stop = useAction(() => ask('setup.stopPrinterSearch'));
  const searching = search.state === 'searching';
  useStopWhenLeft(searching, shown);

  const press = (event: MouseEvent) => {
    // The second click of a double click must not stop what the first one started.
    if (event.detail > 1) return;
    if (searching) {
      void stop.run();
    } else {
      onStart();
      void start.run();
    }
  };
  return (
    <section className="network-search" aria-label={t('setup.printer.search.name')}>
      <div className="network-search-keys">
        {/* One button for both, and never disabled: it would lose the focus. */}
        <Button
          look={isNext && !searching ? 'main' : 'plain'}
          icon={searching ? <X aria-hidden="true" size={20} /> : <Search aria-hidden="true" size={20} />}
          onClick={press}
        >
          {t(searching ? 'setup.printer.search.stop' : 'setup.printer.search.start')}
        </Button>
        {children}
      </div>
      {searching && <progress aria-label={t('setup.printer.search.name')} value={search.asked} max={search.of} />}
      <SearchNews search={search} />
      {start.failure && <Trouble {...failure(start.failure)} />}
    </section>
  );
}

/** How far it is, and what came of it. Before the first one, what it would do. */
function SearchNews({ search }: { readonly search: PrinterSearch }) {
  const { t } = useWords();
  return (
    <p role="status" className={lookOf(search)}>
      {newsOf(search, t)}
    </p>
  );
}

function lookOf(search: PrinterSearch): string | undefined {
  if (search.state === 'idle') return 'network-search-explained';
  const inVain = search.state === 'ended' && search.how !== 'stopped' && search.found.length === 0;
  return inVain ? 'setup-note' : undefined;
}

function newsOf(search: PrinterSearch, t: Translate): string {
  if (search.state === 'idle') return t('setup.printer.search.explained');
  const count = { found: String(search.found.length) };
  if (search.state === 'searching') {
    return t('setup.printer.search.asking', { ...count, asked: String(search.asked), of: String(search.of) });
  }
  switch (search.how) {
    case 'complete':
      return search.found.length > 0 ? t('setup.printer.search.found', count) : t('setup.printer.search.noneFound');
    case 'stopped':
      return t('setup.printer.search.stopped', count);
    case 'tooLong':
      return t('setup.printer.search.tooLong', count);
    case 'noNetwork':
      return t('setup.printer.search.noNetwork');
    default:
      return assertNever(search.how);
  }
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
