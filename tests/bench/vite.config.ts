import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The benches as two plain Node programs, built as the product is. Their packages stay outside, as published. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  build: {
    ssr: true,
    outDir: 'out/bench',
    target: 'node20',
    rolldownOptions: {
      input: { main: 'tests/bench/main.ts', 'bare-path': 'tests/bench/bare-path.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
});
