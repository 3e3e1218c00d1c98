import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

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

/** Serves the built page's own files and nothing else. */
export function serveAppProtocol(root: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileAt(root, request.url) : null;
    if (file === null) return new Response(null, { status: 404, headers });
    try {
      return new Response(await readFile(file.path), { headers: { ...headers, 'Content-Type': file.type } });
    } catch {
      return new Response(null, { status: 404, headers });
    }
  });
}

function fileAt(root: string, url: string): { readonly path: string; readonly type: string } | null {
  try {
    const { host, pathname } = new URL(url);
    const path = normalize(join(root, decodeURIComponent(pathname)));
    const type = types[extname(path)];
    return host === 'till' && path.startsWith(root + sep) && type !== undefined ? { path, type } : null;
  } catch {
    // `%zz` is no text.
    return null;
  }
}
