import { afterEach, expect, it, vi } from 'vitest';
import { systemTimeZone } from '../../../electron/checkout/system-time-zone';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('is the zone that the computer is set to', () => {
  vi.stubEnv('TZ', 'America/Tijuana');
  expect(systemTimeZone()).toBe('America/Tijuana');
});

it('is none where the computer names a zone that nobody knows', () => {
  vi.stubEnv('TZ', ':/no/such/zone');
  expect(systemTimeZone()).toBeNull();
});
