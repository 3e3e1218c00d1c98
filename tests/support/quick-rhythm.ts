import { documentedRhythm, type Rhythm } from '../../electron/checkout/rhythm';

/** Fast enough for tests, and with the same proportions. */
export const quickRhythm: Rhythm = {
  ...documentedRhythm,
  patienceMs: 600,
  pollMs: 60,
  retryMs: 20,
  slowestRetryMs: 100,
  expiryGraceMs: 20,
  indexLagMs: 60,
  afterlooksMs: [60, 200, 400],
  lookBackMs: 100,
  lookBackRetryMs: 40,
  refundPollMs: 40,
};
