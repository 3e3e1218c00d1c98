import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { vi } from 'vitest';

/** What a test may do to the queue "Tickets" of this system. */
export interface TestSpooler {
  /** What has been printed, oldest first, in Latin letters. */
  printed(): readonly string[];
  /** Jobs that it holds. */
  held(): readonly string[];
  /** A printer that is off or without paper: jobs stay, with CUPS's word for why. */
  hold(alert: string): void;
  letGo(): void;
  /** Its person pressed "pause". */
  pause(): void;
  /** `lp` takes nothing and says this. */
  refuse(words: string): void;
  /** `lp` never comes back. */
  hang(): void;
  /** Jobs vanish unprinted, as those which somebody cancels. */
  drop(): void;
  close(): void;
}

/** As CUPS 2.4 answers, word for word; the words were taken down from it. */
const programs = {
  lp: `
[ -f hang ] && exec sleep 30
if [ -f refuse ]; then cat > /dev/null; cat refuse >&2; exit 1; fi
n=$(( $(cat count) + 1 )); echo $n > count
cat > "taken"
if [ -f drop ]; then echo "Tickets-$n" >> dropped; elif [ -f hold ]; then mv taken "held/Tickets-$n"; else mv taken "printed/$(printf %04d $n)"; fi
echo "request id is Tickets-$n (0 file(s))"`,
  cancel: `rm "held/$1"; echo "$1" >> dropped`,
  lpstat: `
if [ "$1" = -v ]; then cat devices; exit 0; fi
if [ "$2" = -W ]; then
  for id in $(cat dropped); do
    printf '%-23s root   1024   Fri Nov 27 07:41:04 2026\\n\\tStatus: \\n\\tAlerts: job-canceled-by-user\\n\\tqueued for Tickets\\n' $id
  done
  exit 0
fi
if [ "$3" != Tickets ]; then echo "lpstat: Invalid destination name in list \\"$3\\"." >&2; exit 1; fi
if [ -f pause ]; then echo 'printer Tickets disabled since Fri Nov 27 07:39:05 2026 -'; printf '\\tPaused\\n'; else
echo 'printer Tickets is idle.  enabled since Fri Nov 27 07:39:03 2026'; fi
printf '\\tForm mounted:\\n\\tDescription: Tickets\\n\\tAlerts: %s\\n' "$(cat hold || echo none)"
echo 'Tickets accepting requests since Fri Nov 27 07:39:03 2026'
for id in $(ls held); do
  printf '%-23s root   1024   Fri Nov 27 07:39:03 2026\\n\\tStatus: \\n\\tAlerts: job-printing\\n\\tqueued for Tickets\\n' $id
done
true`,
};

/** A system with CUPS, of which only the programs are real: shell scripts on this test's own PATH. */
export function startSpooler(devices: readonly string[] = ['Tickets: usb://EPSON/TM-T20III?serial=J7A1']): TestSpooler {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-spooler-'));
  const at = (name: string) => join(folder, name);
  for (const name of ['bin', 'held', 'printed']) mkdirSync(at(name));
  writeFileSync(at('count'), '0');
  writeFileSync(at('dropped'), '');
  writeFileSync(at('devices'), devices.map((device) => `device for ${device}\n`).join(''));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(at(join('bin', name)), `#!/bin/sh\ncd '${folder}'\n${script}\n`);
    chmodSync(at(join('bin', name)), 0o755);
  }
  vi.stubEnv('PATH', `${at('bin')}${delimiter}${process.env.PATH ?? ''}`);
  const list = (name: string) =>
    readdirSync(at(name))
      .sort()
      .map((file) => readFileSync(at(join(name, file)), 'latin1'));
  return {
    printed: () => list('printed'),
    held: () => list('held'),
    hold: (alert) => writeFileSync(at('hold'), alert),
    letGo: () => {
      rmSync(at('hold'), { force: true });
      for (const name of readdirSync(at('held'))) {
        writeFileSync(at(join('printed', name)), readFileSync(at(join('held', name))));
        rmSync(at(join('held', name)));
      }
    },
    pause: () => writeFileSync(at('pause'), ''),
    refuse: (words) => writeFileSync(at('refuse'), words),
    hang: () => writeFileSync(at('hang'), ''),
    drop: () => writeFileSync(at('drop'), ''),
    close: () => {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
