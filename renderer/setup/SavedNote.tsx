import { Check } from 'lucide-react';
import { useWords } from '../hooks/use-words';

/** Says that what was typed is in force. */
export function SavedNote({ shown }: { readonly shown: boolean }) {
  const { t } = useWords();
  return (
    <p className="setup-saved" role="status">
      {shown && (
        <>
          <Check aria-hidden="true" size={20} /> {t('setup.saved')}
        </>
      )}
    </p>
  );
}
