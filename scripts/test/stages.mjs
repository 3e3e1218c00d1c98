/**
 * @typedef {object} Stage
 * @property {string} name as the table shows it
 * @property {string[]} run the npm script and what is passed on to it
 * @property {boolean} countsTests whether it reports each test as Vitest does; otherwise the stage counts as one
 */

/** Everything that has to hold, cheapest first; each is an npm script of its own. @type {readonly Stage[]} */
export const stages = [
  { name: 'types', run: ['check:types'], countsTests: false },
  { name: 'lint', run: ['check:lint'], countsTests: false },
  { name: 'direction rules', run: ['check:rules'], countsTests: false },
  { name: 'dead code', run: ['check:dead'], countsTests: false },
  { name: 'format', run: ['check:format'], countsTests: false },
  { name: 'audit', run: ['check:audit'], countsTests: true },
  { name: 'unit', run: ['test:unit'], countsTests: true },
  { name: 'contract', run: ['test:contract'], countsTests: true },
  { name: 'integration', run: ['test:integration'], countsTests: true },
  { name: 'faults', run: ['test:faults'], countsTests: true },
  { name: 'build', run: ['build:if-changed'], countsTests: false },
  { name: 'e2e', run: ['test:e2e'], countsTests: true },
  { name: 'crash', run: ['test:crash'], countsTests: true },
  { name: 'soak', run: ['soak', '--sales', '60'], countsTests: true },
  { name: 'package', run: ['package', '--', '--dir'], countsTests: false },
  { name: 'e2e, packaged', run: ['test:e2e:packaged'], countsTests: true },
  { name: 'usb', run: ['test:usb'], countsTests: true },
];
