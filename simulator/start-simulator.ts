import type { SimulatorControl } from './control/control';
import type { SimulatorOptions } from './options';

import { createApiServer } from './api/server';
import { registerControlRoutes } from './control/control-routes';
import { createControl } from './control/create-control';
import { createApiFaults } from './faults/fault-rules';
import { defaultNotificationOptions } from './notifications/notification-options';
import { createNotifier } from './notifications/notifier';
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
  app.register(
    (scope, _options, done) => {
      registerControlRoutes(scope, control);
      done();
    },
    { prefix: '/_simulator' },
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
