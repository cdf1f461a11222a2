import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Hono } from 'hono';
import { decodePath } from './decode-path.ts';
import type { HttpEnvironment } from './door.ts';

/** What the console needs to know of its deployment: `/config.json`. */
export interface ConsoleConfiguration {
  readonly apiUrl: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly userPoolEndpoint: string;
  readonly region: string;
}

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

const securityHeaders = ({ apiUrl, userPoolEndpoint }: ConsoleConfiguration): Record<string, string> => ({
  'content-security-policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' ${new URL(apiUrl).origin} ${new URL(userPoolEndpoint).origin}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/** The built console: its files, `index.html` for every address of its own, and the generated configuration. */
export const createConsole = (
  directory: string,
  configuration: ConsoleConfiguration,
): Hono<HttpEnvironment> => {
  const headers = securityHeaders(configuration);
  const read = (path: string): Promise<Buffer | undefined> => readFile(path).catch(() => undefined);
  const answer = (content: Buffer | string, extension: string, cacheControl: string): Response =>
    new Response(Buffer.from(content), {
      headers: {
        ...headers,
        'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
        'cache-control': cacheControl,
      },
    });
  const notFound = (): Response => new Response('Not Found', { status: 404, headers });

  return new Hono<HttpEnvironment>()
    .get('/config.json', () => answer(JSON.stringify(configuration), '.json', 'no-store'))
    .get('*', async (c) => {
      // Normalised with a leading slash, no `..` can lead out of the directory.
      const path = normalize(join('/', decodePath(new URL(c.req.url).pathname)));
      const extension = extname(path);
      if (extension !== '') {
        const file = await read(join(directory, path));
        // Vite puts a hash of the content into the names under /assets.
        const cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
        return file === undefined ? notFound() : answer(file, extension, cacheControl);
      }
      const index = await read(join(directory, 'index.html'));
      return index === undefined ? notFound() : answer(index, '.html', 'no-cache');
    })
    .all('*', notFound);
};
