import { useState } from 'react';
import {
  placeOf,
  type FoundPrinter,
  type PrinterSettings,
  type PrintOutcome,
  type Transport,
} from '../../shared/printer';
import type { PrinterSearch } from '../../shared/printer-search';
import type { Snapshot } from '../../shared/snapshot';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { useAction } from '../hooks/use-action';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { mayHaveMoved } from '../lib/may-have-moved';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { ask } from '../till/bridge';
import { CalibrationPart } from '../ticket-design/CalibrationPart';
import { ChoiceList } from './ChoiceList';
import { kindOfPrinter, noteOnPrinter, printerIcons } from './describe-printer';
import { NetworkSearch } from './NetworkSearch';
import {
  defaultPort,
  defaultSettings,
  inOrder,
  knownPick,
  knownPrinters,
  parsePort,
  type KnownPrinter,
  type PrinterPick,
} from './printer-choice';
import { PrinterOptions } from './PrinterOptions';
import { PrintResult } from './PrintResult';
import { SavedNote } from './SavedNote';

const findPrinters = () => ask('setup.findPrinters');

/** The ticket printer: which, how it prints, and a test that a person looks at. */
export function PrinterStep({ snapshot, shown }: { readonly snapshot: Snapshot; readonly shown: boolean }) {
  const words = useWords();
  const { t, failure } = words;
  const { printer } = snapshot.setup;
  const search = snapshot.printerSearch;
  const { loaded, again } = useLoad(findPrinters, 'printers');
  const [pick, setPick] = useState<PrinterPick | null>(null);
  const [host, setHost] = useState('');
  const [port, setPort] = useState(defaultPort);
  // What the ticket step saves is shown here too, unless something was typed over it.
  const [typed, setOptions] = useState<Omit<PrinterSettings, 'transport'> | null>(null);
  const options = typed ?? printer ?? defaultSettings;
  const [problem, setProblem] = useState<Sentence | null>(null);
  const [outcome, setOutcome] = useState<{ of: 'test' | 'drawer'; result: PrintOutcome } | null>(null);
  const [saved, setSaved] = useState(false);

  const here = loaded.state === 'known' ? loaded.value.printers : [];
  const onlyNetwork = loaded.state === 'known' && !loaded.value.looksHere;
  // Who was in use when the search began: a row must not move away from the pointer that chooses it.
  const [first, setFirst] = useState(printer?.transport ?? null);
  const known = knownPrinters(inOrder(first, foundBy(search), here), printer?.transport ?? null);
  const inForce: PrinterPick = printer ? knownPick(printer.transport) : 'none';
  const chosen = pick ?? inForce;
  const number = parsePort(port);
  const typedPlace: Transport | null =
    host.trim() === '' || number === null ? null : { kind: 'network', host: host.trim(), port: number };
  const chosenIsInForce = inForce === (chosen === 'network' ? typedPlace && knownPick(typedPlace) : chosen);

  const save = useAction((settings: PrinterSettings | null) => ask('setup.choosePrinter', settings));
  const printTest = useAction(() => ask('setup.printTest'));
  const openDrawer = useAction(() => askPermitted('setup.openDrawer', {}, t('people.permissions.openDrawer')));

  const touched = () => {
    setProblem(null);
    setOutcome(null);
    setSaved(false);
    save.forget();
  };
  const transportOf = (picked: PrinterPick): Transport | null => {
    if (picked !== 'network') {
      return known.find((each) => knownPick(each.transport) === picked)?.transport ?? null;
    }
    if (typedPlace === null) {
      setProblem({ what: t(host.trim() === '' ? 'setup.printer.hostProblem' : 'setup.printer.portProblem'), todo: '' });
    }
    return typedPlace;
  };
  const saveChoice = async (picked: PrinterPick): Promise<boolean> => {
    touched();
    const chosenTransport = transportOf(picked);
    if (chosenTransport === null && picked !== 'none') return false;
    const { columns, codePage, cut, drawerPin } = options;
    const reply = await save.run(chosenTransport && { transport: chosenTransport, columns, codePage, cut, drawerPin });
    if (reply?.ok !== true) return false;
    setOptions(null);
    return true;
  };
  // These keys are never disabled: they would lose the focus. What is pressed meanwhile does nothing.
  const busy = save.busy || printTest.busy || openDrawer.busy;
  const keep = async () => {
    if (busy || !(await saveChoice(chosen))) return;
    setSaved(true);
    // What was typed is in the list now.
    if (chosen === 'network') setPick(typedPlace && knownPick(typedPlace));
  };
  const test = async (picked: PrinterPick) => {
    if (busy) return;
    setPick(picked);
    if (!(await saveChoice(picked))) return;
    const reply = await printTest.run();
    if (reply?.ok === true) setOutcome({ of: 'test', result: reply.value });
  };
  const drawer = async () => {
    if (busy || !(await saveChoice(chosen))) return;
    const reply = await openDrawer.run();
    if (reply?.ok === true) setOutcome({ of: 'drawer', result: reply.value });
  };

  const troubled = save.failure ?? printTest.failure ?? openDrawer.failure;
  return (
    <div className="setup-form">
      {loaded.state === 'failed' && <Trouble {...failure(loaded.code)} />}
      {onlyNetwork && <p className="setup-aside">{t('setup.printer.onlyNetwork')}</p>}
      {loaded.state === 'known' && !onlyNetwork && known.length === 0 && (
        <p className="setup-note">{t('setup.printer.noneFound')}</p>
      )}
      {printer && mayHaveMoved(printer, snapshot.printer) && (
        <Trouble
          what={t('setup.printer.search.away', { place: placeOf(printer.transport) })}
          todo={t('setup.printer.search.awayTodo')}
        />
      )}
      <NetworkSearch
        search={search}
        shown={shown}
        isNext={loaded.state === 'known' && known.length === 0}
        onStart={() => setFirst(printer?.transport ?? null)}
      >
        {!onlyNetwork && (
          <Button look="quiet" onClick={again}>
            {loaded.state === 'asking' ? t('setup.printer.looking') : t('setup.printer.again')}
          </Button>
        )}
      </NetworkSearch>
      <ChoiceList
        legend={t('setup.printer.found')}
        value={chosen}
        onChoose={(value) => {
          setPick(value as PrinterPick);
          touched();
        }}
        choices={[
          ...known.map((each) => ({
            value: knownPick(each.transport),
            label: each.label,
            icon: printerIcons[each.transport.kind],
            kind: kindOfPrinter(each, words),
            note: noteOnPrinter(each, words),
            action: (
              <TestKey
                printer={each}
                printing={printTest.busy && knownPick(each.transport) === chosen}
                onPress={() => void test(knownPick(each.transport))}
              />
            ),
          })),
          { value: 'network', label: t('setup.printer.network') },
          { value: 'none', label: t('setup.printer.none') },
        ]}
      />
      {(isOnNetwork(chosen) || foundBy(search).length > 0) && (
        <p className="setup-aside">{t('setup.printer.search.addressMayChange')}</p>
      )}
      {chosen === 'network' && (
        <div className="setup-pair">
          <Field
            label={t('setup.printer.host')}
            help={t('setup.printer.hostHelp')}
            value={host}
            onChange={(event) => {
              setHost(event.target.value);
              touched();
            }}
          />
          <Field
            label={t('setup.printer.port')}
            inputMode="numeric"
            maxLength={5}
            value={port}
            onChange={(event) => {
              setPort(event.target.value);
              touched();
            }}
          />
        </div>
      )}
      {problem && <Trouble {...problem} />}
      {chosen !== 'none' && (
        <PrinterOptions
          options={options}
          onChange={(next) => {
            setOptions(next);
            touched();
          }}
        />
      )}
      {printer && chosenIsInForce && <CalibrationPart printer={printer} />}
      <div className="setup-actions setup-sticky">
        {troubled && <Trouble {...failure(troubled)} />}
        {outcome && <PrintResult of={outcome.of} outcome={outcome.result} />}
        <Button look="main" onClick={() => void keep()}>
          {save.busy ? t('setup.saving') : t('setup.save')}
        </Button>
        {chosen === 'network' && (
          <Button onClick={() => void test(chosen)}>
            {printTest.busy ? t('setup.printer.testing') : t('setup.printer.test')}
          </Button>
        )}
        {chosen !== 'none' && options.drawerPin !== null && (
          <Button onClick={() => void drawer()}>
            {openDrawer.busy ? t('setup.printer.opening') : t('setup.printer.openDrawer')}
          </Button>
        )}
        <SavedNote shown={saved} />
      </div>
    </div>
  );
}

interface TestKeyProps {
  readonly printer: KnownPrinter;
  readonly printing: boolean;
  readonly onPress: () => void;
}

/** Chooses a printer of the list and tries it at once. */
function TestKey({ printer: { inUse, label }, printing, onPress }: TestKeyProps) {
  const { t } = useWords();
  const named = t(inUse ? 'setup.printer.tryAgainNamed' : 'setup.printer.chooseNamed', { label });
  return (
    <Button aria-label={printing ? undefined : named} onClick={onPress}>
      {t(printing ? 'setup.printer.testing' : inUse ? 'setup.printer.tryAgain' : 'setup.printer.choose')}
    </Button>
  );
}

function foundBy(search: PrinterSearch): readonly FoundPrinter[] {
  return search.state === 'idle' ? [] : search.found;
}

function isOnNetwork(pick: PrinterPick): boolean {
  return pick === 'network' || pick.startsWith('known:network ');
}
