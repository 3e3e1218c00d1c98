import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const hookResults = [
  'recorded',
  'duplicate',
  'mismatch',
  'bad',
  'unknown_hook',
  'store_error',
  'overloaded',
  'throttled',
] as const;
export type HookResult = (typeof hookResults)[number];

export type StreamEnd = 'client' | 'rotate' | 'shutdown' | 'revoked' | 'slow' | 'crowded' | 'error';

export type Metrics = ReturnType<typeof createMetrics>;

/** The relay's figures, in a registry of their own so that two relays can live in one process. */
export function createMetrics(storeBytes: () => number) {
  const registry = new Registry();
  const registers = [registry];
  const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 22];
  collectDefaultMetrics({ register: registry });
  const metrics = {
    registry,
    hooks: new Counter({
      name: 'hook_total',
      help: 'Notifications received, by what became of them',
      labelNames: ['result'],
      registers,
    }),
    signatures: new Counter({
      name: 'hook_signature_total',
      help: 'Notifications received on a good address, by what their signature was worth',
      labelNames: ['signature'],
      registers,
    }),
    recordSeconds: new Histogram({
      name: 'hook_record_seconds',
      help: 'From the whole notification read to durable',
      buckets: seconds,
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'commit_seconds',
      help: 'One commit of the store',
      buckets: seconds,
      registers,
    }),
    commitBatch: new Histogram({
      name: 'commit_batch_size',
      help: 'Notifications in one commit',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
      registers,
    }),
    streams: new Gauge({ name: 'sse_connections', help: 'Open event streams', registers }),
    streamEnds: new Counter({
      name: 'sse_dropped_total',
      help: 'Event streams that ended, by reason',
      labelNames: ['reason'],
      registers,
    }),
    delivered: new Counter({ name: 'delivered_events_total', help: 'Events written to tills', registers }),
    replayed: new Counter({
      name: 'replay_events_total',
      help: 'Events older than the stream they were written to',
      registers,
    }),
    deliveryLag: new Histogram({
      name: 'delivery_lag_seconds',
      help: 'From received to written to a till that was connected',
      buckets: seconds,
      registers,
    }),
    gaps: new Counter({ name: 'gap_total', help: 'Tills told that events they missed are no longer known', registers }),
    leases: new Counter({
      name: 'lease_changes_total',
      help: 'Times that another computer had a caja, by how it came to that',
      labelNames: ['claim'],
      registers,
    }),
    trimmed: new Counter({ name: 'trimmed_total', help: 'Notifications dropped for their age', registers }),
    storeBytes: new Gauge({
      name: 'store_bytes',
      help: 'Size of the store on disk',
      registers,
      collect() {
        this.set(storeBytes());
      },
    }),
  };
  for (const result of hookResults) metrics.hooks.inc({ result }, 0);
  return metrics;
}
