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
  /** The options that the last job came with. */
  options(): string;
  /** A printer that is off or without paper: jobs stay, with CUPS's word for why. */
  hold(alert: string): void;
  letGo(): void;
  /** Another program's job, which stays until `letGo`. */
  holdOther(text: string): void;
  /** What else is the matter. */
  be(...faults: readonly SpoolerFault[]): void;
  /** `lp` takes nothing and says this. */
  refuse(words: string): void;
  /** One of its programs is not installed. */
  remove(program: keyof typeof programs): void;
  close(): void;
}

/**
 * `pause`: a person pressed it. `hang`: `lp` never comes back. `hangAfter`: the same, with the job passed on. `mute`: `lp` does not tell
 * the job's name. `drop`: jobs vanish unprinted, as those which somebody cancels. `mayNotCancel`: `cancel` is refused. `noHistory`: of
 * ended jobs nothing is kept. `noEnds`: they can't be asked for. `moody`: at each look the printer is off, and then it is not.
 */
type SpoolerFault =
  'pause' | 'hang' | 'hangAfter' | 'mute' | 'drop' | 'mayNotCancel' | 'noHistory' | 'noEnds' | 'moody';

/** As CUPS 2.4 answers, word for word; the words were taken down from it. */
const programs = {
  lp: `
[ -f hang ] && exec sleep 30
if [ -f refuse ]; then cat > /dev/null; cat refuse >&2; exit 1; fi
n=$(( $(cat count) + 1 )); echo $n > count; echo "$*" > options
while [ $# -gt 0 ]; do [ "$1" = -t ] && echo "$2" > "titles/Tickets-$n"; shift; done
cat > "taken"
if [ -f drop ]; then echo "Tickets-$n" >> dropped; elif [ -f hold ]; then mv taken "held/Tickets-$n"; else mv taken "printed/Tickets-$n"; fi
[ -f hangAfter ] && exec sleep 30
[ -f mute ] || echo "request id is Tickets-$n (0 file(s))"`,
  cancel: `
if [ -f mayNotCancel ]; then echo 'cancel: cancel-job failed: Forbidden' >&2; exit 1; fi
for id in "$@"; do rm "held/$id" && echo "$id" >> dropped; done`,
  lpq: `
echo 'Tickets is ready'; echo 'Rank    Owner   Job     File(s)                         Total Size'
for id in $(ls held); do printf '%-7s %-7s %-7d %-31.31s 1024 bytes\n' 1st root "\${id#Tickets-}" "$(cat titles/$id)"; done`,
  lpstat: `
if [ "$1" = -v ]; then cat devices; exit 0; fi
say() { printf '%-23s root   1024   Fri Nov 27 07:41:04 2026\n\tStatus: \n\tAlerts: %s\n\tqueued for Tickets\n' $1 $2; }
if [ "$2" = -W ]; then
  if [ -f noEnds ]; then echo 'lpstat: Unable to connect to server' >&2; exit 1; fi
  [ -f noHistory ] && exit 0
  for id in $(cat dropped); do say $id job-canceled-by-user; done
  for id in $(ls printed); do say $id processing-to-stop-point; done
  exit 0
fi
if [ "$3" != Tickets ]; then echo 'lpstat: Invalid destination name in list "Nada".' >&2; exit 1; fi
if [ -f moody ]; then if [ "$(cat hold)" = none ]; then echo offline-report > hold; else echo none > hold; fi; fi
if [ -f pause ]; then echo 'printer Tickets disabled since Fri Nov 27 07:39:05 2026 -'; printf '\tPaused\n'; else
echo 'printer Tickets is idle.  enabled since Fri Nov 27 07:39:03 2026'; fi
printf '\tForm mounted:\n\tDescription: Tickets\n\tAlerts: %s\n' "$(cat hold || echo none)"
echo 'Tickets accepting requests since Fri Nov 27 07:39:03 2026'
for id in $(ls held); do say $id job-printing; done
true`,
};

/** A system with CUPS, of which only the programs are real: shell scripts on this test's own PATH. */
export function startSpooler(devices: readonly string[] = ['Tickets: usb://EPSON/TM-T20III?serial=J7A1']): TestSpooler {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-spooler-'));
  const at = (name: string) => join(folder, name);
  for (const name of ['bin', 'held', 'printed', 'titles']) mkdirSync(at(name));
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
      .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
      .map((file) => readFileSync(at(join(name, file)), 'latin1'));
  return {
    printed: () => list('printed'),
    held: () => list('held'),
    options: () => readFileSync(at('options'), 'latin1'),
    hold: (alert) => writeFileSync(at('hold'), alert),
    letGo: () => {
      rmSync(at('hold'), { force: true });
      for (const name of readdirSync(at('held'))) {
        writeFileSync(at(join('printed', name)), readFileSync(at(join('held', name))));
        rmSync(at(join('held', name)));
      }
    },
    holdOther: (text) => {
      const id = 'Tickets-9999';
      writeFileSync(at(join('titles', id)), 'informe.pdf');
      writeFileSync(at(join('held', id)), text);
    },
    be: (...faults) => {
      for (const fault of faults) writeFileSync(at(fault), '');
    },
    refuse: (words) => writeFileSync(at('refuse'), words),
    remove: (program) => rmSync(at(join('bin', program))),
    close: () => {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
