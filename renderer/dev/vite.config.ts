import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { pictureAddress } from '../../shared/product-picture';
import { catalogue } from './catalogue';
import { drawProductPicture } from './draw-product-picture';

/** The pictures of the catalogue, drawn for the server and stored with the screens that are built. */
const drawnPictures: Plugin = {
  name: 'drawn-pictures',
  configureServer: ({ middlewares }) => {
    middlewares.use('/product-picture', ({ url = '' }, response) => {
      response.setHeader('Content-Type', 'image/webp');
      response.end(drawProductPicture(/\d+/.exec(url)?.[0] ?? ''));
    });
  },
  generateBundle() {
    for (const { picture } of catalogue) {
      if (typeof picture !== 'string') continue;
      this.emitFile({ type: 'asset', fileName: pictureAddress(picture), source: drawProductPicture(picture) });
    }
  },
};

/** Shows every screen in a browser, without a main process: `npx vite --config renderer/dev/vite.config.ts`. */
export default defineConfig({
  root: 'renderer/dev',
  plugins: [react(), drawnPictures],
  server: { host: '127.0.0.1', port: 5180, strictPort: true },
  build: { outDir: '../../out/screens', emptyOutDir: true, target: 'chrome130' },
});
