import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeLocalRegisterLock } from '../../../electron/lease/local-register-lock';

const program = fileURLToPath(new URL('./hold-lock.ts', import.meta.url));

/** Another till on this computer: its own process. */
async function anotherTill(key: string, platform: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, key, platform], { stdio: 'pipe' });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => {
      resolve(text.trim());
    });
    void ended.then(() => {
      reject(new Error(`the other till ended: ${err}`));
    });
  });
  return {
    said,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

// Windows has a way of its own, by a named pipe, which cannot be shown on another system.
const ways = process.platform === 'linux' ? (['linux', 'darwin'] as const) : ([process.platform] as const);

describe.each(ways)('two tills on one computer, locked as on %s', (platform) => {
  function aKey(): string {
    const key = `${randomUUID()}/CAJA01`;
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    onTestFinished(() => {
      rmSync(`/tmp/caja-qr-${name}`, { force: true });
    });
    return key;
  }

  it('do not have one caja at the same time', async () => {
    const key = aKey();
    const ours = await takeLocalRegisterLock(key, platform);
    expect(ours).not.toBeNull();
    expect((await anotherTill(key, platform)).said).toBe('refused');
    expect(await takeLocalRegisterLock(key, platform)).toBeNull();
    ours?.release();
    expect((await anotherTill(key, platform)).said).toBe('taken');
    expect(await takeLocalRegisterLock(key, platform)).toBeNull();
  });

  it('may have two cajas', async () => {
    const locks = [await takeLocalRegisterLock(aKey(), platform), await takeLocalRegisterLock(aKey(), platform)];
    expect(locks).not.toContain(null);
    for (const lock of locks) lock?.release();
  });

  it('lose the caja with their process, however that ends', async () => {
    const key = aKey();
    const other = await anotherTill(key, platform);
    expect(other.said).toBe('taken');
    expect(await takeLocalRegisterLock(key, platform)).toBeNull();
    await other.kill();
    const ours = await takeLocalRegisterLock(key, platform);
    expect(ours).not.toBeNull();
    ours?.release();
  });
});
