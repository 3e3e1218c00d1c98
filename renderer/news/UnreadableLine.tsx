import { FileWarning } from 'lucide-react';
import { useWords } from '../hooks/use-words';

/** For the manager: stored charges that this program can't read. It stays while it is true. */
export function UnreadableLine({ count }: { readonly count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <div className="news-line" data-tone="attention" role="status">
      <FileWarning aria-hidden="true" size={22} strokeWidth={1.75} />
      <p>
        <strong>{t('unreadable.line', { count })}</strong> {t('unreadable.todo')}
      </p>
    </div>
  );
}
