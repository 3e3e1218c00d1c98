import { useEffect, useSyncExternalStore } from 'react';
import type { Appearance } from '../../shared/appearance';

const moreContrast = window.matchMedia('(prefers-contrast: more)');

/** Puts the chosen colours on the whole page; without a choice, or before it is known, the computer's own. */
export function useAppearance(appearance: Appearance | null): void {
  const systemWants = useSyncExternalStore(onContrastChange, () => moreContrast.matches);
  const theme = appearance?.theme ?? 'system';
  const highContrast = systemWants || appearance?.highContrast === true;
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = theme;
    dataset.contrast = highContrast ? 'more' : 'usual';
  }, [theme, highContrast]);
}

function onContrastChange(changed: () => void): () => void {
  moreContrast.addEventListener('change', changed);
  return () => {
    moreContrast.removeEventListener('change', changed);
  };
}
