/**
 * The one way these scripts speak to a person: a plain line on standard error, so that standard output stays free
 * for results that another program reads.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
