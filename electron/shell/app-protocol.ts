import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { versionAt } from '../../shared/product-picture';

/** Where the window's page lives. A protocol of our own, because `file:` pages may read the whole disk. */
export const PAGE_URL = 'app://till/index.html';
/** Where the customer's page lives: another page, with another preload that can ask for nothing. */
export const CUSTOMER_PAGE_URL = 'app://till/customer.html';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** Serves the built page's own files, the pictures of products, and nothing else. */
export function serveAppProtocol(root: string, productPicture: (version: string) => Uint8Array | null): void {
  protocol.handle('app', async ({ method, url }) => {
    try {
      const found = method === 'GET' ? (pictureAt(productPicture, url) ?? (await fileAt(root, url))) : null;
      if (found !== null) return new Response(found.bytes, { headers: { ...headers, 'Content-Type': found.type } });
    } catch {
      // Not there, or the data is closed.
    }
    return new Response(null, { status: 404, headers });
  });
}

interface Found {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

function pictureAt(productPicture: (version: string) => Uint8Array | null, url: string): Found | null {
  const version = versionAt(url);
  const bytes = version === null ? null : productPicture(version);
  return bytes && { bytes: new Uint8Array(bytes), type: 'image/webp' };
}

/** @throws when it is not there, and for what is no text (`%zz`). */
async function fileAt(root: string, url: string): Promise<Found | null> {
  const { host, pathname } = new URL(url);
  const path = normalize(join(root, decodeURIComponent(pathname)));
  const type = types[extname(path)];
  if (host !== 'till' || !path.startsWith(root + sep) || type === undefined) return null;
  return { bytes: await readFile(path), type };
}
