import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Only what holds native code stays outside the bundle: a bundled main process starts faster and ships less.
const native = ['electron', 'libsql'];

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: 'out/electron',
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        external: native,
        input: {
          main: 'electron/shell/main.ts',
          'printer-host': 'electron/printing/printer-host.ts',
          'disk-host': 'electron/storage/disk-host.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/electron',
      emptyOutDir: false,
      isolatedEntries: true,
      target: 'node20',
      rolldownOptions: {
        external: native,
        input: { preload: 'electron/shell/preload.ts', 'customer-preload': 'electron/shell/customer-preload.ts' },
        // A sandboxed preload must be CommonJS, and can load no other file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      target: 'chrome130',
      rolldownOptions: { input: { index: 'renderer/index.html', customer: 'renderer/customer.html' } },
    },
  },
});
