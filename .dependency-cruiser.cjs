/** Who may import whom. Each rule's comment is what a reviewer would say aloud. */
const folder = (name) => `^${name}/`;

module.exports = {
  forbidden: [
    {
      name: 'shared-stands-alone',
      comment: 'shared/ is the vocabulary of both sides: it must run anywhere, so it imports nothing of ours.',
      severity: 'error',
      from: { path: folder('shared') },
      to: { path: '^(electron|renderer|relay|simulator|tests|scripts)/' },
    },
    {
      name: 'shared-knows-no-platform',
      comment: 'No Node, DOM, Electron or React in shared/.',
      severity: 'error',
      from: { path: folder('shared') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-imports-only-shared',
      comment: 'The main process must not know the screens, the relay or the simulator.',
      severity: 'error',
      from: { path: folder('electron') },
      to: { path: '^(renderer|relay|simulator|tests|scripts)/' },
    },
    {
      name: 'only-the-shell-touches-electron',
      comment: 'Everything outside the shells is plain Node and is tested without Electron.',
      severity: 'error',
      // The empty window that the till is measured beside, and the main process that sends garbage, are Electron apps of
      // their own.
      from: {
        pathNot: '^(electron/shell|simulator/shell|tests/bench/empty-window|tests/support/e2e/(garbling|typing)-main)/',
      },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    {
      name: 'nobody-imports-the-shell',
      comment: 'The shell is the outermost layer: it wires, nothing depends on it.',
      severity: 'error',
      from: { pathNot: '^electron/shell/' },
      to: { path: '^electron/shell/' },
    },
    {
      name: 'window-mirrors-only',
      comment: 'The window may use the vocabulary, never the decisions: transition and settle run in the main process.',
      severity: 'error',
      from: { path: folder('renderer') },
      to: { path: '^(electron|relay|simulator|tests|scripts|shared/checkout/(machine|settle))' },
    },
    {
      name: 'window-is-a-web-page',
      comment: 'The window is sandboxed; Node modules do not exist there.',
      severity: 'error',
      from: { path: folder('renderer') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'relay-knows-only-the-protocol',
      comment: "The relay is another machine with other secrets; it shares only the wire's words with the till.",
      severity: 'error',
      from: { path: folder('relay') },
      to: { path: '^(electron|renderer|simulator|tests|scripts|shared/(?!relay-protocol))' },
    },
    {
      name: 'simulator-is-an-independent-judge',
      comment: 'The simulator must not share code with what it judges, only plain vocabulary.',
      severity: 'error',
      from: { path: folder('simulator') },
      to: { path: '^(electron|renderer|relay|tests|scripts|shared/(?!country|money|quantity))' },
    },
    {
      name: 'mercado-pago-stays-behind-its-port',
      comment: 'Only the wiring knows which payment provider there is; snake_case ends at this folder.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(mercadopago/|shell/|till\\.ts$|setup/)' },
      to: { path: '^electron/mercadopago/' },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Product code knows nothing of its tests.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
