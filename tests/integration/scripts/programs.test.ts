import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

interface Program {
  readonly pid: number;
  readonly ended: Promise<number>;
  readonly waitFor: (pattern: RegExp, withinMs: number) => Promise<RegExpMatchArray>;
  readonly stop: () => Promise<void>;
}
interface Programs {
  readonly start: (name: string, executable: string, args: string[], env?: NodeJS.ProcessEnv) => Program;
  readonly stopAll: () => Promise<void>;
}
const script = new URL('../../../scripts/programs/programs.mjs', import.meta.url).href;
const { createPrograms } = (await import(script)) as {
  createPrograms: (logFolder: string, patienceMs?: number) => Programs;
};

const lives = "console.log('ready ' + process.pid); setInterval(() => {}, 1000)";
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // On Linux a process that has ended still answers until somebody waits for it.
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !readFileSync(stat, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

describe('programs started by a launcher', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'programs-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are ready when what they print says so, and what they print is kept', async () => {
    const programs = createPrograms(folder);
    const program = programs.start('shop', process.execPath, ['-e', lives]);
    const [, pid] = await program.waitFor(/ready (\d+)/, 10_000);
    expect(Number(pid)).toBe(program.pid);
    await programs.stopAll();
    expect(readFileSync(join(folder, 'shop.log'), 'utf8')).toContain(`ready ${program.pid}`);
  });

  it('tell their last words when they end too early', async () => {
    const programs = createPrograms(folder);
    const program = programs.start('shop', process.execPath, ['-e', "console.error('no paper'); process.exit(3)"]);
    await expect(program.waitFor(/ready/, 10_000)).rejects.toThrow(/shop ended before it was ready.*no paper/s);
    expect(await program.ended).toBe(3);
    await programs.stopAll();
  });

  it('are reported when they do not exist', async () => {
    const programs = createPrograms(folder);
    const program = programs.start('shop', join(folder, 'nowhere'), []);
    await expect(program.waitFor(/ready/, 10_000)).rejects.toThrow(/ENOENT/);
    await programs.stopAll();
  });

  it('end together, also one that does not want to', async () => {
    const programs = createPrograms(folder, 200);
    const stubborn = programs.start('stubborn', process.execPath, ['-e', `process.on('SIGTERM', () => {}); ${lives}`]);
    const willing = programs.start('willing', process.execPath, ['-e', lives]);
    await Promise.all([stubborn.waitFor(/ready/, 10_000), willing.waitFor(/ready/, 10_000)]);
    await programs.stopAll();
    expect([isAlive(stubborn.pid), isAlive(willing.pid)]).toEqual([false, false]);
  });

  it('do not outlive a launcher that is killed', async () => {
    const launcher = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { createPrograms } from ${JSON.stringify(script)};
       const program = createPrograms(${JSON.stringify(folder)}).start('shop', process.execPath, ['-e', ${JSON.stringify(lives)}]);
       await program.waitFor(/ready/, 10_000);
       console.log(program.pid);
       setInterval(() => {}, 1000);`,
    ]);
    const pid = await new Promise<number>((resolve) => {
      launcher.stdout.once('data', (text: Buffer) => {
        resolve(Number(text.toString()));
      });
    });
    expect(isAlive(pid)).toBe(true);
    launcher.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
  });
});
