import { ScanBarcode } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { hotkeys } from '../../shared/hotkeys';
import { useWords } from '../hooks/use-words';
import { KeyCap } from '../parts/KeyCap';
import './SaleField.css';

interface SaleFieldProps {
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The list that the arrows walk through, when there is one. */
  readonly listId: string | null;
  readonly activeId: string | null;
}

/** The one field for scanning, searching and typing codes. */
export function SaleField({ fieldRef, value, onType, onKeyDown, listId, activeId }: SaleFieldProps) {
  const { t } = useWords();
  return (
    <div className="sale-field">
      <ScanBarcode aria-hidden="true" size={28} strokeWidth={1.75} />
      <input
        ref={fieldRef}
        type="text"
        role="combobox"
        aria-label={t('sale.field')}
        aria-keyshortcuts="F2"
        aria-autocomplete="list"
        aria-expanded={listId !== null}
        aria-controls={listId ?? undefined}
        aria-activedescendant={activeId ?? undefined}
        placeholder={t('sale.field')}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={value}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <KeyCap name={hotkeys.search} />
    </div>
  );
}
