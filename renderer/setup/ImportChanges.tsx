import type { ReactNode } from 'react';
import type { ImportPreview, ProductChange } from '../../shared/product-file';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';

/** The lines of a file, by what they do. The first of each; the rest is a number. */
export function ImportChanges({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useWords();
  return (
    <>
      <Lines title={t('productFile.problemsTitle')} shown={preview.problems.length} count={preview.wrong}>
        {preview.problems.map(({ line, code, value }) => (
          <tr key={line}>
            <td>{t('productFile.line', { line: String(line) })}</td>
            <td colSpan={2}>{t(`productFile.problems.${code}`, { value })}</td>
          </tr>
        ))}
      </Lines>
      <Lines title={t('productFile.changesTitle')} shown={preview.changes.length} count={preview.changed}>
        {preview.changes.map((change) => (
          <ChangeRow key={change.line} change={change} />
        ))}
      </Lines>
      <Lines title={t('productFile.additionsTitle')} shown={preview.additions.length} count={preview.added}>
        {preview.additions.map((change) => (
          <ChangeRow key={change.line} change={change} />
        ))}
      </Lines>
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly shown: number;
  readonly count: number;
  readonly children: ReactNode;
}

function Lines({ title, shown, count, children }: LinesProps) {
  const { t } = useWords();
  if (shown === 0) return null;
  return (
    <div className="import-lines">
      <h4>{title}</h4>
      {/* A region that scrolls must be reached by the keyboard too. */}
      <div className="import-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="selectable">
          <tbody>{children}</tbody>
        </table>
      </div>
      {shown < count && <p className="field-help">{t('productFile.firstShown', { shown: String(shown), count })}</p>}
    </div>
  );
}

function ChangeRow({ change: { code, name, before, price } }: { readonly change: ProductChange }) {
  const { t, money } = useWords();
  return (
    <tr>
      <td className="import-code">{code}</td>
      <td>{name}</td>
      <td className="import-price">
        {before !== null && (
          <small>
            {before === price ? t('productFile.samePrice') : t('productFile.priceWas', { price: money(before) })}{' '}
          </small>
        )}
        <Money amount={price} />
      </td>
    </tr>
  );
}
