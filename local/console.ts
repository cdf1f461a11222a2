import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Hono } from 'hono';
import { type ConsoleConfiguration, consoleHeaders } from '../core/contract/console.ts';
import { consoleFileHeaders } from '../lib/console-files.ts';
import { decodePath } from './decode-path.ts';
import type { HttpEnvironment } from './door.ts';

/**
 * The built console as CloudFront serves it: its files, `index.html` for every address of its own, and the generated
 * configuration. Files are uploaded to `filesUrl`.
 */
export const createConsole = (
  directory: string,
  configuration: ConsoleConfiguration,
  filesUrl: string,
): Hono<HttpEnvironment> => {
  const headers = consoleHeaders({
    apis: [new URL(configuration.apiUrl).origin],
    userPoolEndpoint: new URL(configuration.userPoolEndpoint).origin,
    files: new URL(filesUrl).origin,
  });
  const notFound = (): Response => new Response('Not Found', { status: 404, headers });
  const answer = (path: string, content: Buffer | undefined): Response => {
    if (content === undefined) return notFound();
    const { contentType, cacheControl } = consoleFileHeaders(path);
    return new Response(Buffer.from(content), {
      headers: { ...headers, 'content-type': contentType, 'cache-control': cacheControl },
    });
  };
  const answerFile = async (path: string): Promise<Response> =>
    answer(path, await readFile(join(directory, path)).catch(() => undefined));

  return new Hono<HttpEnvironment>()
    .get('/config.json', () => answer('config.json', Buffer.from(JSON.stringify(configuration))))
    .get('*', (c) => {
      // Normalised with a leading slash, no `..` can lead out of the directory.
      const path = normalize(join('/', decodePath(new URL(c.req.url).pathname)));
      return answerFile(extname(path) === '' ? 'index.html' : path.slice(1));
    })
    .all('*', notFound);
};
