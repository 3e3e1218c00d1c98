import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from '../setup/run.mjs';

/**
 * What the virtual machine has before it has a disk: its kernel's modules, and a script that mounts this machine's files
 * as they are, with a layer in memory over them for whatever the program writes.
 *
 * @param {import('./kernel.mjs').Kernel} kernel
 * @param {string} folder an empty one, for the files on their way
 * @param {string[]} command a program of this machine and its arguments; what it prints goes to the second serial port
 * @returns {Promise<string>} the archive that the kernel starts from
 */
export async function makeInitramfs(kernel, folder, command) {
  const tree = join(folder, 'initramfs');
  mkdirSync(join(tree, 'modules'), { recursive: true });
  for (const name of ['bin', 'proc', 'sys', 'dev', 'host', 'memory', 'root']) mkdirSync(join(tree, name));
  copyFileSync(kernel.busybox, join(tree, 'bin', 'busybox'));
  for (const file of kernel.modules) copyFileSync(file, join(tree, 'modules', basename(file)));
  const names = kernel.modules.map((file) => basename(file));
  writeFileSync(join(tree, 'init'), initScript(names, command), { mode: 0o755 });

  const archive = join(folder, 'initramfs.cpio');
  const pack = 'cd "$2" && "$1" find . | "$1" cpio -o -H newc > "$3"';
  const { code, output } = await run('sh', ['-c', pack, 'pack', kernel.busybox, tree, archive]);
  if (code !== 0) throw new Error(`cpio: ${output}`);
  return archive;
}

/**
 * @param {string[]} modules
 * @param {string[]} command
 */
function initScript(modules, command) {
  // Two computers with a USB port each: one printer can come back while another is there.
  const options = (/** @type {string} */ name) => (name === 'dummy_hcd.ko' ? ' num=2' : '');
  return `#!/bin/busybox sh
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc && mount -t sysfs sys /sys && mount -t devtmpfs dev /dev
${modules.map((name) => `insmod /modules/${name}${options(name)}`).join('\n')}
mount -t configfs configfs /sys/kernel/config
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,ro,cache=loose host /host
mount -t tmpfs memory /memory && mkdir /memory/upper /memory/work
mount -t overlay -o lowerdir=/host,upperdir=/memory/upper,workdir=/memory/work overlay /root
for name in proc sys dev; do mkdir -p /root/$name && mount --rbind /$name /root/$name; done
stty -F /dev/ttyS1 raw -echo
chroot /root ${command.map(quote).join(' ')} > /dev/ttyS1
echo "The program ended with $?"
poweroff -f
`;
}

/** @param {string} word */
function quote(word) {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
