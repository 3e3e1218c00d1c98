import { useCallback } from 'react';
import { ok } from '../../shared/errors';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { Modal } from '../parts/Modal';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';
import { ProductForm } from './ProductForm';

interface ProductDialogProps {
  readonly productId: string | null;
  /** What a new one begins with. */
  readonly code: string;
  /** How many go to the sale when it is saved, as typed; '' is one, null none. */
  readonly quantity: string | null;
}

/** A product of the catalogue, made or changed without leaving the sale. */
export function ProductDialog({ productId, code, quantity }: ProductDialogProps) {
  const { t, failure } = useWords();
  const load = useCallback((id: string) => (id === '' ? Promise.resolve(ok(null)) : ask('catalogue.find', { id })), []);
  const { loaded } = useLoad(load, productId ?? '');
  const { close } = dialogs.getState();
  return (
    <Modal title={t(productId === null ? 'product.newTitle' : 'product.editTitle')} width="narrow" onClose={close}>
      {loaded.state === 'failed' && <Trouble {...failure(loaded.code)} />}
      {loaded.state === 'known' && (
        <ProductForm product={loaded.value} code={code} quantity={quantity} onDone={close} />
      )}
    </Modal>
  );
}
