/** What every packaged till must have; the same as `electronFuses` in electron-builder.yml. */
const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** A fuse is one character in the binary: '0' is off, '1' is on. */
const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

/**
 * Reads the fuses that a packaged app really has.
 *
 * @param {string} executable
 * @returns {Promise<string[]>} the names of those that are not as they must be
 */
export async function findWrongFuses(executable) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(wanted)
    .filter(([name, enabled]) => {
      const option = FuseV1Options[/** @type {keyof typeof wanted} */ (name)];
      return Number(wire[option]) !== (enabled ? on : off);
    })
    .map(([name]) => name);
}
