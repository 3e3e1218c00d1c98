import type { SimulatorControl } from './control/control';
import type { SimulatorOptions } from './options';

import { createApiServer } from './api/server';
import { registerControlRoutes } from './control/control-routes';
import { answerControlErrors, keepToThisMachine } from './control/control-guards';
import { createControl } from './control/create-control';
import { createApiFaults } from './faults/fault-rules';
import { defaultNotificationOptions } from './notifications/notification-options';
import { createNotifier } from './notifications/notifier';
import { registerPhoneRoutes } from './practice/phone-routes';
import { registerPrinterRoutes } from './practice/printer-routes';
import { createWorld } from './world/world';

export interface MercadoPagoSimulator {
  /** Base URL of the API, without a final slash. */
  readonly url: string;
  readonly control: SimulatorControl;
  /** Ends every connection, also those left hanging by a fault. */
  close: () => Promise<void>;
}

/** Starts a Mercado Pago on 127.0.0.1. */
export async function startMercadoPagoSimulator(options: SimulatorOptions = {}): Promise<MercadoPagoSimulator> {
  const world = createWorld(options);
  const notifier = createNotifier(world.clock, { ...defaultNotificationOptions, ...options.notifications });
  world.announce = notifier.announce;
  const faults = createApiFaults();
  const { app, requests } = createApiServer(world, faults);
  const control = createControl(world, notifier, faults, requests);
  const printer = options.printer ?? null;
  app.register(
    (scope, _options, done) => {
      keepToThisMachine(scope);
      answerControlErrors(scope);
      registerControlRoutes(scope, control);
      if (printer !== null) registerPrinterRoutes(scope, printer);
      done();
    },
    { prefix: '/_simulator' },
  );
  app.register(
    (scope, _options, done) => {
      keepToThisMachine(scope);
      registerPhoneRoutes(scope, control, printer);
      done();
    },
    { prefix: '/phone' },
  );
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return {
    url,
    control,
    close: async () => {
      await notifier.close();
      await app.close();
    },
  };
}
