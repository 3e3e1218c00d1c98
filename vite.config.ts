import { defineConfig } from 'vite';

/** The programs that run on plain Node beside the till: the relay, the simulator, and practice mode's second window. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      input: {
        'relay/main': 'relay/main.ts',
        'simulator/main': 'simulator/main.ts',
        'simulator/shell': 'simulator/shell/main.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
