import type { Check, Said } from '../../shared/diagnostics';
import { minor } from '../../shared/money';
import type { SettingsEntry } from '../../shared/settings-history';
import type { ImportPreview } from '../../shared/product-file';

export const imported = {
  at: '2026-11-26T15:00:00.000Z',
  file: 'lista-noviembre.csv',
  added: 2,
  changed: 3,
  removed: 0,
} as const;

export const importPreview: ImportPreview = {
  planId: '2f4d7c39-52bd-4a3c-8d7e-5b8cf30f0b42',
  file: 'lista-noviembre.csv',
  columns: ['code', 'name', 'price', 'category'],
  ignored: ['IVA', 'Stock'],
  lines: 1290,
  added: 2,
  changed: 3,
  unchanged: 1283,
  missing: 4,
  wrong: 2,
  additions: [
    { line: 1288, code: '7790001000040', name: 'Medialuna de manteca', before: null, price: minor(90_000) },
    { line: 1289, code: null, name: 'Budín de limón', before: null, price: minor(450_000) },
  ],
  changes: [
    { line: 2, code: '7790001000019', name: 'Alfajor de chocolate', before: minor(120_000), price: minor(135_000) },
    { line: 3, code: '7790001000026', name: 'Agua mineral 500 ml', before: minor(110_050), price: minor(118_000) },
    { line: 9, code: '7790001000033', name: 'Café con leche', before: minor(240_000), price: minor(240_000) },
  ],
  problems: [
    { line: 14, code: 'priceUnclear', value: 'consultar' },
    { line: 1201, code: 'codeMangled', value: '7,79E+12' },
  ],
};

const said = (name: Check['name'], state: Check['state'], code: Said, value: string, tookMs: number): Check => ({
  name,
  state,
  finding: { kind: 'said', code, value },
  tookMs,
});

export const checks: readonly Check[] = [
  said('account', 'good', 'accountAnswers', 'ALMACEN.DEL.PUERTO', 212),
  said('register', 'bad', 'amountNotFixed', 'Caja 1', 388),
  said('relay', 'good', 'relayAnswers', '41', 41),
  said('clock', 'attention', 'clockWrong', '94', 0),
  { name: 'printer', state: 'bad', finding: { kind: 'printer', trouble: 'paperOut' }, tookMs: 0 },
  said('disk', 'good', 'diskRoom', '81.4', 1),
  said('backup', 'good', 'backupFresh', '0', 0),
  said('database', 'skipped', 'databaseLater', '', 0),
];

export const settingsEntries: readonly SettingsEntry[] = [
  {
    at: '2026-11-26T15:04:00.000Z',
    by: 'Marta',
    changes: [
      { field: 'printerColumns', before: '48', after: '42' },
      { field: 'businessFooter', before: null, after: 'Gracias por su compra' },
    ],
  },
  { at: '2026-11-20T12:00:00.000Z', by: null, changes: [{ field: 'chargeShowQr', before: 'false', after: 'true' }] },
];
