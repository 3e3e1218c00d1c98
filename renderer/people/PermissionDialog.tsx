import type { People } from '../../shared/people/people';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';
import type { Wish } from '../till/dialogs-store';
import { dialogs } from '../till/stores';
import { PinPad } from './PinPad';
import './PermissionDialog.css';

interface PermissionDialogProps {
  readonly wish: Wish;
  readonly people: People;
}

/** A manager's word for one act, where the cashier stands. Whoever sells stays who they are. */
export function PermissionDialog({ wish, people }: PermissionDialogProps) {
  const { t } = useWords();
  const { closeWish } = dialogs.getState();
  const name = people.current?.name ?? '';
  const giveUp = () => {
    closeWish();
    wish.giveUp();
  };
  return (
    <Modal title={t('people.permission.title')} width="narrow" onClose={giveUp}>
      <div className="permission">
        <div className="permission-words">
          <p>{t('people.permission.ask', { name })}</p>
          <p className="permission-what">{wish.what}</p>
          <p className="permission-stays">{t('people.permission.stays', { name })}</p>
          <Button size="large" hotkey={t('sale.keys.escape')} onClick={giveUp}>
            {t('people.permission.no')}
          </Button>
        </div>
        <PinPad
          confirm={t('people.permission.allow')}
          waitsUntil={people.pinWaitsUntil}
          onPin={async (pin) => {
            const problem = await wish.tryWith(pin);
            if (problem === null) closeWish();
            return problem;
          }}
        />
      </div>
    </Modal>
  );
}
