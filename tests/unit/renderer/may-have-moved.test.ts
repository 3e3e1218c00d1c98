import { describe, expect, test } from 'vitest';
import { createWords } from '../../../renderer/hooks/use-words';
import { mayHaveMoved } from '../../../renderer/lib/may-have-moved';
import { printerStatus } from '../../../renderer/status/status-of';
import { printerSettingsSchema, printerTroubleSchema, type Transport } from '../../../shared/printer';
import { aSnapshot } from './builders';

const by = (transport: Transport) => printerSettingsSchema.parse({ transport });
const network = by({ kind: 'network', host: '192.168.0.50', port: 9100 });
const usb = by({ kind: 'usb', path: '/dev/usb/lp0' });
const words = createWords('es-AR', 'ARS');

describe('a printer that may have moved in the network', () => {
  test('is one in the network that is not there any more', () => {
    const moved = printerTroubleSchema.options.filter((trouble) =>
      mayHaveMoved(network, { state: 'trouble', trouble }),
    );
    expect(moved).toEqual(['notFound', 'offline', 'unplugged']);
  });

  test('is none at a cable, none that is well, and none that is not chosen', () => {
    const gone = { state: 'trouble', trouble: 'notFound' } as const;
    expect(mayHaveMoved(usb, gone)).toBe(false);
    expect(mayHaveMoved(null, gone)).toBe(false);
    expect(mayHaveMoved(network, { state: 'ready', paperLow: false, answersStatus: true })).toBe(false);
    expect(mayHaveMoved(network, { state: 'unknown' })).toBe(false);
  });

  test('is looked for where the status line sends a person', () => {
    const { setup } = aSnapshot();
    const explained = (printer: typeof network) =>
      printerStatus(
        aSnapshot({ setup: { ...setup, printer }, printer: { state: 'trouble', trouble: 'unplugged' } }),
        words,
      ).explained;
    expect(explained(network)).toContain(words.t('status.printer.movedTodo'));
    expect(explained(usb)).not.toContain(words.t('status.printer.movedTodo'));
  });
});
