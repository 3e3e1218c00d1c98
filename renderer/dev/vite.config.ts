import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Something with a colour and a shape, where the till would send a photograph. */
const drawnPictures: Plugin = {
  name: 'drawn-pictures',
  configureServer: ({ middlewares }) => {
    middlewares.use('/product-picture', ({ url = '' }, response) => {
      const number = Number(/\d+/.exec(url)?.[0] ?? 0);
      const fill = `hsl(${number * 47} 55% 45%)`;
      const shape =
        number % 2 === 0
          ? `<circle cx="96" cy="96" r="76" fill="${fill}"/>`
          : `<path d="M70 8h52v40l22 34v102H48V82l22-34z" fill="${fill}"/>`;
      response.setHeader('Content-Type', 'image/svg+xml');
      response.end(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 192" width="192">${shape}</svg>`);
    });
  },
};

/** Shows every screen in a browser, without a main process: `npx vite --config renderer/dev/vite.config.ts`. */
export default defineConfig({
  root: 'renderer/dev',
  plugins: [react(), drawnPictures],
  server: { host: '127.0.0.1', port: 5180, strictPort: true },
  build: { outDir: '../../out/screens', emptyOutDir: true, target: 'chrome130' },
});
