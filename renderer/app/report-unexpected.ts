import { notices } from '../till/stores';

/** What no code expected is said on the screen, in words, and never in a browser's dialog. */
export function reportUnexpected(): void {
  const say = () => {
    notices.getState().add('internal');
  };
  window.addEventListener('error', say);
  window.addEventListener('unhandledrejection', say);
}
