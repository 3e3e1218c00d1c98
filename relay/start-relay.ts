import type { AddressInfo } from 'node:net';
import { defaultConfig } from './config';
import type { RelayConfig } from './config';
import { openHookSecrets } from './hook-secrets';
import { createApp } from './http/app';
import type { LogStream } from './http/app';
import { createLeases } from './leases';
import { createMetrics } from './metrics';
import { serveMetrics, urlOf } from './metrics-server';
import { createPairings } from './pairings';
import type { Pairings } from './pairings';
import { openSqliteStore } from './sqlite-store';
import type { Store } from './store';
import { createStreams } from './streams';

const hourMs = 3600_000;
/** A stream that does not drain does not hold up the end for longer. */
const lastWordsMs = 3000;

/** The configuration (what is left out is as with an empty environment) and what the environment does not decide. */
export interface RelayOptions extends Partial<RelayConfig> {
  readonly dataDir: string;
  readonly heartbeatMs?: number;
  readonly maxAgeMs?: number;
  readonly byteCap?: number;
  readonly coalesceMs?: number;
  readonly leaseTtlMs?: number;
  readonly mostStreamsPerCaja?: number;
  readonly mostHooksInFlight?: number;
  readonly busyTimeoutMs?: number;
  readonly now?: () => number;
  /** Milliseconds that never jump. */
  readonly uptime?: () => number;
  readonly random?: () => number;
  /** Nothing is logged without it. */
  readonly logStream?: LogStream;
  /** The store's disk failed; the process should end, so that the next one reads what is really there. */
  readonly onFatal?: (error: unknown) => void;
}

export interface RunningRelay {
  /** Where it listens. */
  readonly url: string;
  /** What Mercado Pago and the tills call; `url` when none was configured. */
  readonly publicUrl: string;
  readonly metricsUrl: string | null;
  readonly adminToken: string | null;
  readonly pairings: Pairings;
  readonly store: Store;
  /** Says goodbye to the tills, finishes what is being stored, closes. Takes less than 10 s. */
  close(): Promise<void>;
}

/** Starts a relay in this process. Throws `StoreRefused`, or the error of `listen`, when it cannot. */
export async function startRelay(options: RelayOptions): Promise<RunningRelay> {
  const config: RelayConfig = { ...defaultConfig, ...options };
  const {
    heartbeatMs = 15_000,
    maxAgeMs = 65 * 60_000,
    byteCap = 64 * 1024,
    coalesceMs = 500,
    leaseTtlMs = 30_000,
    mostStreamsPerCaja = 16,
    mostHooksInFlight = 2000,
    now = Date.now,
    uptime = () => performance.now(),
    random = Math.random,
  } = options;
  const hookSecrets = openHookSecrets({
    dataDir: config.dataDir,
    configured: config.hookSecret,
    configuredPrevious: config.previousHookSecret,
    now,
  });
  const metrics = createMetrics(() => store.bytes());
  const store = openSqliteStore({
    dataDir: config.dataDir,
    ...(config.mostMegabytes === null ? {} : { mostBytes: config.mostMegabytes * 2 ** 20 }),
    ...(options.busyTimeoutMs === undefined ? {} : { busyTimeoutMs: options.busyTimeoutMs }),
    onCommit: ({ seconds, records }) => {
      metrics.commitSeconds.observe(seconds);
      metrics.commitBatch.observe(records);
    },
    onFatal: (error) => {
      app.log.fatal({ err: error }, 'the disk of the store failed');
      options.onFatal?.(error);
    },
  });
  const streams = createStreams({
    store,
    metrics,
    heartbeatMs,
    maxAgeMs,
    byteCap,
    coalesceMs,
    mostPerCaja: mostStreamsPerCaja,
    notificationUrlOf: (caja) => pairings.notificationUrlOf(caja),
    now,
    uptime,
    random,
  });
  const leases = createLeases({
    store,
    metrics,
    ttlMs: leaseTtlMs,
    onChange: (caja, fence) => {
      streams.announceLease(caja, fence);
    },
    now,
    uptime,
  });
  store.onAppended((cajas) => {
    streams.announce(cajas);
  });
  store.onPairingsChanged(() => {
    reloadSecrets();
    streams.recheck();
  });

  function reloadSecrets(): void {
    try {
      hookSecrets.reload();
    } catch (error) {
      app.log.error({ err: error }, 'the secret of the notification addresses could not be read again');
    }
  }

  let publicUrl = config.publicUrl ?? '';
  const pairings = createPairings({ store, hookSecrets, publicUrl: () => publicUrl, now });
  const app = createApp({
    config,
    hookSecrets,
    store,
    streams,
    leases,
    metrics,
    pairings,
    logStream: options.logStream ?? { write: () => undefined },
    mostHooksInFlight,
    now,
    uptime,
  });
  let unanswered = 0;
  app.server.on('request', (_request, response) => {
    unanswered += 1;
    response.once('close', () => {
      unanswered -= 1;
    });
  });
  app.addHook('preClose', (done) => {
    streams.close();
    // A connection that was busy at this moment becomes idle only when its answer is out.
    const tidying = setInterval(() => {
      if (unanswered > 0) app.server.closeIdleConnections();
      // Node does not count a connection as idle on which nothing was asked yet, and tills keep such ones ready.
      else app.server.closeAllConnections();
    }, 50);
    const giveUp = setTimeout(() => {
      app.server.closeAllConnections();
    }, lastWordsMs);
    app.server.once('close', () => {
      clearInterval(tidying);
      clearTimeout(giveUp);
    });
    done();
  });

  const trim = () => {
    store.trim(now() - config.retentionHours * hourMs).then(
      (dropped) => {
        metrics.trimmed.inc(dropped);
      },
      (error: unknown) => {
        app.log.error({ err: error }, 'old notifications could not be dropped');
      },
    );
  };
  const trimming = setInterval(trim, hourMs);
  trimming.unref();

  let metricsServer: Awaited<ReturnType<typeof serveMetrics>> | null = null;
  const close = async () => {
    clearInterval(trimming);
    await app.close();
    await metricsServer?.close();
    await store.close();
  };
  try {
    await app.listen({ host: config.host, port: config.port });
    if (config.metrics) metricsServer = await serveMetrics(metrics.registry, config.metrics);
  } catch (error) {
    await close();
    throw error;
  }
  trim();
  const url = urlOf(config.host, (app.server.address() as AddressInfo).port);
  publicUrl ||= url;
  const metricsUrl = metricsServer?.url ?? null;
  app.log.info({ ready: true, url, publicUrl, metricsUrl }, 'ready');
  return { url, publicUrl, metricsUrl, adminToken: config.adminToken, pairings, store, close };
}
