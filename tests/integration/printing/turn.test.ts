import { expect, it } from 'vitest';
import { hostCallSchema, type HostMessage } from '../../../electron/printing/host-messages';
import { PrinterServer } from '../../../electron/printing/serve-printers';
import { quickTimings } from '../../support/printing/quick-timings';

it('a job that could not even be prepared gives the printer back to the next one', async () => {
  const said: HostMessage[] = [];
  let isBroken = true;
  const server = new PrinterServer((message) => said.push(message), {
    devices: '/nowhere',
    get descriptions() {
      if (isBroken) throw new Error('a bug');
      return '/nowhere';
    },
  });
  const identity = { vendor: '04b8', product: '0e15', serial: null, port: '1-1' };
  const prepare = (call: number) =>
    server.serve(
      hostCallSchema.parse({
        type: 'prepare',
        call,
        jobId: `job-${call}`,
        settings: { transport: { kind: 'usb', path: '/dev/usb/lp0', identity } },
        payload: { kind: 'drawer', pin: 2 },
        recover: false,
        confirmation: null,
        probe: false,
        timings: quickTimings,
      }),
    );
  await expect(prepare(1)).rejects.toThrow('a bug');
  isBroken = false;
  await prepare(2);
  expect(said).toEqual([{ type: 'answer', call: 2, value: { ok: false, trouble: 'notFound' } }]);
});
