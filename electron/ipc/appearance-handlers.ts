import type { appearanceRequests } from '../../shared/ipc/appearance-requests';
import type { SetupService } from '../setup/setup-service';
import type { RequestHandlers } from './serve-requests';

export function appearanceHandlers(setup: SetupService): Pick<RequestHandlers, keyof typeof appearanceRequests> {
  return {
    'setup.saveLanguage': ({ language }) => setup.save({ locale: language }),
    'setup.saveAppearance': (appearance) => setup.save({ appearance }),
  };
}
