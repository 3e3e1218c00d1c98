import { useWords } from '../hooks/use-words';
import { useLoad } from '../hooks/use-load';
import { Modal } from '../parts/Modal';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';
import { ArrangeKeysForm } from './ArrangeKeysForm';

const askFavourites = () => ask('catalogue.favourites');

/** The order of the quick keys, as somebody wants to find them. */
export function ArrangeKeysDialog() {
  const { t, failure } = useWords();
  const { loaded } = useLoad(askFavourites, '');
  const { close } = dialogs.getState();
  return (
    <Modal title={t('quickKeys.title')} onClose={close}>
      {loaded.state === 'failed' && <Trouble {...failure(loaded.code)} />}
      {loaded.state === 'known' &&
        (loaded.value.length < 2 ? (
          <Trouble what={t('quickKeys.tooFew.what')} todo={t('quickKeys.tooFew.todo')} />
        ) : (
          <ArrangeKeysForm products={loaded.value} onDone={close} />
        ))}
    </Modal>
  );
}
