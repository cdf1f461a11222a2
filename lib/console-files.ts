import { extname } from 'node:path/posix';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * What a file of the built console is served with, by its path (`assets/main-1a2b.js`), wherever that is done. Names under
 * `assets/` have a hash of the content in them; everything else is asked for anew each time.
 */
export const consoleFileHeaders = (path: string): { contentType: string; cacheControl: string } => ({
  contentType: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
  cacheControl: path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
});
