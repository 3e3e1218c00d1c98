import type { Snapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { askPermitted } from '../people/ask-permitted';

/** Only where a drawer hangs on the printer. */
export function OpenDrawer({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useWords();
  const open = useAction(() => askPermitted('setup.openDrawer', {}, t('people.permissions.openDrawer')));
  if (!snapshot.setup.printer?.drawerPin) return null;
  return (
    <Button size="large" disabled={open.busy} onClick={() => void open.run()}>
      {t('shift.drawer')}
    </Button>
  );
}
