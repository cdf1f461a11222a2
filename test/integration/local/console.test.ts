import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../local/console.ts';
import { temporaryDirectory } from './fixture/fixture.ts';

const configuration = {
  apiUrl: 'http://127.0.0.1:4601',
  userPoolId: 'eu-west-1_pool',
  clientId: 'client',
  userPoolEndpoint: 'http://127.0.0.1:4603',
  region: 'eu-west-1',
};

const built = () => {
  const root = temporaryDirectory();
  mkdirSync(join(root, 'dist/assets'), { recursive: true });
  writeFileSync(join(root, 'dist/index.html'), '<!doctype html>the console');
  writeFileSync(join(root, 'dist/assets/app-1a2b.js'), 'export {};');
  writeFileSync(join(root, 'secret.txt'), 'not yours');
  const app = createConsole(join(root, 'dist'), configuration, 'http://127.0.0.1:4605/');
  return (path: string) => app.request(path);
};

describe('the console is served', () => {
  it('with index.html at every address of its own', async () => {
    const get = built();
    for (const path of ['/', '/members', '/accounts/acc_1/members/usr_2?tab=run']) {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, '<!doctype html>the console']);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('with its files, and 404 for one that is not there', async () => {
    const get = built();
    const script = await get('/assets/app-1a2b.js');
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await get('/assets/gone.js')).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%zz',
  ])('and nothing from outside its directory: %s', async (path) => {
    const response = await built()(path);
    expect(await response.text()).not.toContain('not yours');
    expect(response.status).toBeLessThan(500);
  });

  it('with the configuration of this cloud, asked for anew each time', async () => {
    const response = await built()('/config.json');
    expect(await response.json()).toEqual(configuration);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('with strict headers on everything', async () => {
    const get = built();
    for (const path of ['/', '/assets/app-1a2b.js', '/config.json', '/gone.js']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; " +
          "img-src 'self' data: blob: http://127.0.0.1:4605; media-src blob: http://127.0.0.1:4605; " +
          "font-src 'self'; " +
          "connect-src 'self' http://127.0.0.1:4601 http://127.0.0.1:4603 http://127.0.0.1:4605; " +
          "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
      expect(headers.get('permissions-policy')).toContain('microphone=(self)');
      expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});
