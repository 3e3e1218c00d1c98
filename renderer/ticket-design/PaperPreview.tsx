import type { CSSProperties } from 'react';
import type { PrintedLine } from '../../shared/ticket/printed-line';
import { useWords } from '../hooks/use-words';
import { BitmapPicture } from '../parts/BitmapPicture';
import './PaperPreview.css';

interface PaperPreviewProps {
  readonly lines: readonly PrintedLine[];
  readonly columns: number;
}

/** Of Font A. */
const DOTS_PER_COLUMN = 12;

/** Lines of paper, each character as wide as it prints. */
export function PaperPreview({ lines, columns }: PaperPreviewProps) {
  const { t } = useWords();
  return (
    <figure className="paper-preview">
      <figcaption>
        <strong>{t('ticketDesign.preview')}</strong> {t('ticketDesign.previewNote')}
      </figcaption>
      {/* It scrolls where it is longer than the screen, so it must be reached by key. */}
      <div
        className="paper selectable"
        tabIndex={0}
        role="group"
        aria-label={t('ticketDesign.preview')}
        data-columns={columns}
        style={{ '--columns': columns } as CSSProperties}
      >
        {lines.map((line, index) => (
          <Line key={index} line={line} columns={columns} />
        ))}
      </div>
    </figure>
  );
}

function Line({ line, columns }: { readonly line: PrintedLine; readonly columns: number }) {
  const { t } = useWords();
  switch (line.kind) {
    case 'blank':
      return <div className="paper-line"> </div>;
    case 'rule':
      return (
        <div className="paper-line" aria-hidden="true">
          {'─'.repeat(columns)}
        </div>
      );
    case 'picture':
      return (
        <div
          className="paper-picture"
          style={{ '--part': line.bitmap.width / (columns * DOTS_PER_COLUMN) } as CSSProperties}
        >
          <BitmapPicture bitmap={line.bitmap} label={t('ticketDesign.logoAlt')} />
        </div>
      );
    case 'text':
      return (
        <div className="paper-line" data-style={line.style}>
          {line.text === '' ? ' ' : line.text}
        </div>
      );
  }
}
