import { describe, expect, it } from 'vitest';
import { parseLocated } from '../../../electron/setup/located-json';
import { provisionOf } from '../../../electron/setup/provision-of';
import { provisionSchema } from '../../../electron/setup/provision-file';
import { openDatabase } from '../../../electron/storage/open-database';
import { readSettingsHistory } from '../../../electron/storage/settings-history-store';
import { createSettingsStore } from '../../../electron/storage/settings-store';
import { printerSettingsSchema } from '../../../shared/printer';

const AT = '2026-11-26T12:00:00.000Z';
const printer = printerSettingsSchema.parse({ transport: { kind: 'network', host: '192.0.2.7', port: 9100 } });

function openSettings() {
  const db = openDatabase(':memory:');
  return { db, settings: createSettingsStore(db, () => new Date(AT)) };
}

describe('the history of the settings', () => {
  it('says what became what, in whose name, and nothing of what did not change', () => {
    const { db, settings } = openSettings();
    settings.update({ operator: 'Marta' });
    settings.update({ printer });
    settings.update({ printer });
    settings.update({ printer: { ...printer, columns: 42 } });
    expect(readSettingsHistory(db, 10)).toEqual([
      { at: AT, by: 'Marta', changes: [{ field: 'printerColumns', before: '48', after: '42' }] },
      {
        at: AT,
        by: 'Marta',
        changes: [
          { field: 'printer', before: null, after: '192.0.2.7:9100' },
          { field: 'printerColumns', before: null, after: '48' },
          { field: 'printerCodePage', before: null, after: 'PC858' },
          { field: 'printerCut', before: null, after: 'partial' },
        ],
      },
    ]);
    db.close();
  });

  it('holds no secret: not the address that Mercado Pago notifies', () => {
    const { db, settings } = openSettings();
    const notificationUrl = 'https://relay.example.com/hooks/mp/SECRET';
    settings.update({ relay: { url: 'https://relay.example.com', caja: 'CAJA1', notificationUrl } });
    expect(JSON.stringify(readSettingsHistory(db, 10))).toContain('CAJA1');
    expect(JSON.stringify(readSettingsHistory(db, 10))).not.toContain('SECRET');
    db.close();
  });

  it('can only be added to', () => {
    const { db, settings } = openSettings();
    settings.update({ locale: 'es-AR' });
    expect(() => db.exec('DELETE FROM settings_history')).toThrow('only added to');
    expect(() => db.exec("UPDATE settings_history SET json = '{}'")).toThrow('only added to');
    db.close();
  });
});

describe('a set-up written for the next till', () => {
  it('is a provision file in form, with blanks for the token and the other caja', () => {
    const { db, settings } = openSettings();
    settings.update({ printer, business: { name: 'Kiosco', address: '', taxId: '', footer: '' } });
    const text = provisionOf(settings.read(), 'es-CL', {
      token: 'COMPLETAR: el token',
      register: 'COMPLETAR: la caja',
    });
    expect(parseLocated('caja.json', text, provisionSchema)).toMatchObject({
      ok: true,
      value: {
        language: 'es-CL',
        printer,
        business: { name: 'Kiosco' },
        register: { externalPosId: 'COMPLETAR: la caja' },
      },
    });
    db.close();
  });
});
