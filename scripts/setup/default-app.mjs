/**
 * What a stock Electron carries as `default_app.asar`, cut down to the one thing our launchers use it for:
 * `electron <folder>` takes name, version and main file from the folder's package.json and runs it.
 * Its original: https://github.com/electron/electron/tree/main/default_app
 */
export const defaultApp = {
  'package.json': JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js', type: 'module' }),
  'main.js': `import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

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

// Awaited at the top, so that the app is not ready before its main file has run.
try {
  await import(pathToFileURL(main).href);
} catch (error) {
  process.stderr.write(\`\${error?.stack ?? error}\\n\`);
  app.exit(1);
}
`,
};
