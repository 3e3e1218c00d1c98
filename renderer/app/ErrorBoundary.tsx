import { Component, type ReactNode } from 'react';
import { wordsByDefault } from '../hooks/use-words';
import { CalmScreen } from './CalmScreen';

interface Crash {
  readonly crashed: boolean;
}

/** A mistake in the screen must not look like a lost sale: the draft is stored, and the charge lives in the main process. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Crash> {
  override state: Crash = { crashed: false };

  static getDerivedStateFromError(): Crash {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const { t } = wordsByDefault;
    return (
      <CalmScreen
        title={t('app.crashed')}
        todo={t('app.crashedTodo')}
        action={t('app.reload')}
        onAct={() => {
          window.location.reload();
        }}
      />
    );
  }
}
