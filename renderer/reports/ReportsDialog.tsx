import { lazy, Suspense } from 'react';
import { useWords } from '../hooks/use-words';
import { Modal } from '../parts/Modal';
import { dialogs } from '../till/stores';

// The dialog is there at once; what it draws is for the evening, and selling starts without it.
const ReportsBody = lazy(() => import('./ReportsBody'));

/** What the days came to. */
export function ReportsDialog() {
  const { t } = useWords();
  return (
    <Modal title={t('reports.title')} onClose={dialogs.getState().close}>
      <Suspense fallback={<p role="status">{t('reports.looking')}</p>}>
        <ReportsBody />
      </Suspense>
    </Modal>
  );
}
