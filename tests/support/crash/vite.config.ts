import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** What the crash tests load into the program under test before it starts: `--require` takes CommonJS only. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  build: {
    ssr: true,
    outDir: 'out/crash',
    target: 'node20',
    rolldownOptions: {
      external: ['libsql'],
      input: { 'in-the-program': 'tests/support/crash/in-the-program.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
});
