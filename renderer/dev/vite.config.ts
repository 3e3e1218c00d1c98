import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Shows every screen in a browser, without a main process: `npx vite --config renderer/dev/vite.config.ts`. */
export default defineConfig({
  root: 'renderer/dev',
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5180, strictPort: true },
  build: { outDir: '../../out/screens', emptyOutDir: true, target: 'chrome130' },
});
