/**
 * What a stock Electron carries as `default_app.asar`, cut down to the one thing our launchers use it for:
 * `electron <folder>` takes name, version and main file from the folder's package.json and runs it.
 * Like its original it is a module that waits for the app's own: Electron is not ready before both are loaded.
 * Its original: https://github.com/electron/electron/tree/main/default_app
 */
export const defaultApp = {
  'package.json': JSON.stringify({ name: 'electron', productName: 'Electron', type: 'module', main: 'main.js' }),
  'main.js': `import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  process.stderr.write('Give the folder or the main file of an app.\\n');
  process.exit(1);
}
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });

const path = resolve(given);
let main = path;
if (statSync(path).isDirectory()) {
  const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  if (about.productName || about.name) app.name = about.productName || about.name;
  if (about.version) app.setVersion(about.version);
  if (about.desktopName) app.setDesktopName(about.desktopName);
  app.setAppPath(path);
  main = join(path, about.main || 'index.js');
} else {
  app.setAppPath(dirname(path));
}

try {
  await import(pathToFileURL(main).href);
} catch (error) {
  process.stderr.write(\`\${error?.stack ?? error}\\n\`);
  process.exit(1);
}
`,
};
