import { CircleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { notices } from '../till/stores';

/** Failures that no place on the screen caused. Never a browser's dialog. */
export function Notices() {
  const { t, failure } = useWords();
  const codes = useStore(notices, (state) => state.notices);
  if (codes.length === 0) return null;
  return (
    <ul className="notices" aria-label={t('app.notices')}>
      {codes.map((code) => {
        const { what, todo } = failure(code);
        return (
          <li key={code} role="alert">
            <CircleAlert aria-hidden="true" size={22} />
            <p>
              <strong>{what}</strong> {todo}
            </p>
            <Button
              data-returns-focus
              onClick={() => {
                notices.getState().dismiss(code);
              }}
            >
              {t('app.dismiss')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
