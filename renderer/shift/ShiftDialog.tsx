import { useCallback, useState } from 'react';
import type { Snapshot } from '../../shared/snapshot';
import type { ShiftView } from '../../shared/shift/shift-view';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { Modal } from '../parts/Modal';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import type { ShiftPage } from '../till/dialogs-store';
import { dialogs } from '../till/stores';
import { CashForm } from './CashForm';
import { ClosedShiftDetails } from './ClosedShiftDetails';
import { ClosedShifts } from './ClosedShifts';
import { ClosingForm } from './ClosingForm';
import { OpenShiftForm } from './OpenShiftForm';
import { ShiftOverview } from './ShiftOverview';
import './ShiftDialog.css';

interface ShiftDialogProps {
  readonly snapshot: Snapshot;
  readonly page: ShiftPage;
}

/** The drawer's day: open the shift, see how it stands, move cash, close it, and look at those before. */
export function ShiftDialog({ snapshot, page: first }: ShiftDialogProps) {
  const { t, failure } = useWords();
  const [page, setPage] = useState(first);
  /** The shift that was closed in this dialog: what came of it stays until somebody has read it. */
  const [closedId, setClosedId] = useState<string | null>(null);
  const load = useCallback(() => ask('shift.view'), []);
  const { loaded, again } = useLoad(load, '');
  const view = useLastKnown(loaded.state === 'known' ? loaded.value : null);
  const number = view?.open?.number;
  const title =
    page === 'earlier'
      ? t('shift.earlier')
      : number === undefined
        ? t('shift.title')
        : t('shift.titleNumber', { number: String(number) });

  return (
    <Modal title={title} onClose={dialogs.getState().close}>
      {loaded.state === 'failed' && <Trouble {...failure(loaded.code)} />}
      {view ? (
        <Page
          page={page}
          view={view}
          snapshot={snapshot}
          closedId={closedId}
          onGo={setPage}
          onChanged={again}
          onClosed={(id) => {
            setClosedId(id);
            again();
          }}
        />
      ) : (
        <p role="status">{t('shift.loading')}</p>
      )}
    </Modal>
  );
}

/** While it is asked for again, what was known stays on the screen. */
function useLastKnown(view: ShiftView | null): ShiftView | null {
  const [last, setLast] = useState(view);
  if (view !== null && view !== last) setLast(view);
  return view ?? last;
}

interface PageProps {
  readonly page: ShiftPage;
  readonly view: ShiftView;
  readonly snapshot: Snapshot;
  readonly closedId: string | null;
  readonly onGo: (page: ShiftPage) => void;
  readonly onChanged: () => void;
  readonly onClosed: (shiftId: string) => void;
}

function Page({ page, view, snapshot, closedId, onGo, onChanged, onClosed }: PageProps) {
  const { t } = useWords();
  const { open, closed, draft } = view;
  const justClosed = closed.find(({ shift }) => shift.id === closedId);
  if (justClosed) {
    return (
      <section className="shift-done">
        <h3 role="status">{t('shift.closed.done', { number: String(justClosed.shift.number) })}</h3>
        <ClosedShiftDetails closed={justClosed} onChanged={onChanged} />
      </section>
    );
  }
  if (page === 'earlier') return <ClosedShifts closed={closed} onChanged={onChanged} />;
  const backToOverview = () => {
    onGo('overview');
    onChanged();
  };
  if (!open) {
    if (page === 'cashIn' || page === 'cashOut') return <p>{t('shift.move.noShift')}</p>;
    return (
      <OpenShiftForm
        draft={draft}
        snapshot={snapshot}
        onOpened={dialogs.getState().close}
        onEarlier={() => {
          onGo('earlier');
        }}
      />
    );
  }
  switch (page) {
    case 'overview':
      return <ShiftOverview open={open} snapshot={snapshot} onGo={onGo} />;
    case 'cashIn':
    case 'cashOut':
      return (
        <CashForm
          key={page}
          direction={page === 'cashIn' ? 'in' : 'out'}
          operator={snapshot.operator}
          onMoved={backToOverview}
          onBack={backToOverview}
        />
      );
    case 'closing':
      return (
        <ClosingForm
          open={open}
          draft={draft}
          snapshot={snapshot}
          onChanged={onChanged}
          onClosed={() => {
            onClosed(open.id);
          }}
        />
      );
  }
}
