import { takeLocalRegisterLock } from '../../../electron/lease/local-register-lock';

/** Takes the lock of `argv[2]`, says whether it got it, and lives until it is killed. */
const [, , key = '', platform] = process.argv;
const lock = await takeLocalRegisterLock(key, platform === 'darwin' ? 'darwin' : 'linux');
process.stdout.write(lock ? 'taken\n' : 'refused\n');
setInterval(() => undefined, 60_000);
