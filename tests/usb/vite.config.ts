import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The programs that run in the virtual machine. Packages go into them: each file that is read there costs time. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  ssr: { noExternal: true, external: ['libsql', 'koffi'] },
  build: {
    ssr: true,
    outDir: 'out/usb/programs',
    target: 'node20',
    rolldownOptions: {
      input: {
        main: 'tests/usb/main.ts',
        till: 'tests/usb/till.ts',
        'printer-host': 'electron/printing/printer-host.ts',
        'host-without-permission': 'tests/usb/host-without-permission.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
});
