// The till itself, and keys that come to its window as those of a keyboard do: the main process hears them before the page.
// It presses what stands in the file, once the file is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';

const { TYPING_TILL: till = '', TYPING_KEYS: keysFile = '' } = process.env;
const BETWEEN_MS = 150;

app.setAppPath(till);
await import(join(till, 'out', 'electron', 'main.js'));

void type();

async function type() {
  while (!existsSync(keysFile)) await sleep(50);
  for (const hotkey of JSON.parse(readFileSync(keysFile, 'utf8'))) {
    const key = { keyCode: hotkey.replace('Ctrl+', ''), modifiers: hotkey.startsWith('Ctrl+') ? ['control'] : [] };
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.sendInputEvent({ type: 'keyDown', ...key });
    window?.webContents.sendInputEvent({ type: 'keyUp', ...key });
    await sleep(BETWEEN_MS);
  }
}
