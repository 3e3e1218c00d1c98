/**
 * @typedef {object} Advisory
 * @property {string} name of the package
 * @property {string} severity
 * @property {string} why what is wrong with it, or which of its own dependencies is
 */

/**
 * What `npm audit --json` printed.
 *
 * @param {string} output
 * @returns {{ kind: 'answered', advisories: Advisory[] } | { kind: 'notAnswered', reason: string }} `notAnswered` where
 * the registry keeps no advisories, or cannot be reached: then nothing is known
 */
export function readAudit(output) {
  const report = parse(output);
  if (report === null) return { kind: 'notAnswered', reason: firstLine(output) || 'npm audit printed nothing' };
  const { vulnerabilities } = report;
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null) {
    return { kind: 'notAnswered', reason: withoutAddress(firstLine(String(report.message ?? 'an unknown answer'))) };
  }
  const advisories = Object.entries(vulnerabilities).map(([name, { severity, via }]) => ({
    name,
    severity: String(severity),
    why: reasonsOf(via),
  }));
  return { kind: 'answered', advisories };
}

/** @param {unknown} via names of packages, and advisories themselves */
function reasonsOf(via) {
  const reasons = Array.isArray(via) ? via : [];
  return reasons
    .map((one) => (typeof one === 'string' ? `through ${one}` : [one.title, one.url].filter(Boolean).join(' ')))
    .join('; ');
}

/**
 * @param {string} output what npm says besides may stand before and after
 * @returns {Record<string, any> | null}
 */
function parse(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}

/** @param {string} text */
function firstLine(text) {
  return text.trim().split('\n')[0] ?? '';
}

/** Which registry a machine uses is that machine's business. @param {string} text */
function withoutAddress(text) {
  return text.replace(/(?:\s*-)?\s*(?:\b[A-Z]+ )?\bhttps?:\/\/\S+/g, '').trim();
}
