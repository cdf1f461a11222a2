import { describe, expect, it } from 'vitest';
import { readIdempotency } from '../../../core/http/idempotency.ts';
import { eventOf } from './event.ts';

const of = (key: string | undefined, { route = 'POST /v1/things', body = '{}', actor = 'usr_1' } = {}) =>
  readIdempotency(
    eventOf({ route, ...(key !== undefined && { headers: { 'idempotency-key': key } }) }),
    body,
    actor,
  );

describe('X-11 the Idempotency-Key', () => {
  it('may be left out', () => {
    expect(of(undefined)).toEqual({ faults: [], idempotency: undefined });
  });

  it('belongs to who sent it', () => {
    expect(of('key-1').idempotency).toMatchObject({ actor: 'usr_1', key: 'key-1' });
    expect(of('key-1', { actor: 'usr_2' }).idempotency?.actor).toBe('usr_2');
  });

  it('is bound to the request: method, path and body', () => {
    const hashes = [
      of('k'),
      of('k', { body: '{ }' }),
      of('k', { route: 'PUT /v1/things' }),
      of('k', { route: 'POST /v1/thing' }),
    ].map(({ idempotency }) => idempotency?.requestHash);
    expect(new Set(hashes).size).toBe(4);
    expect(of('other').idempotency?.requestHash).toBe(hashes[0]);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['', ' ', 'with space', 'ключ', 'x'.repeat(256), 'tab\t'])('is refused when it is %j', (key) => {
    expect(of(key)).toEqual({
      faults: [{ pointer: '/headers/idempotency-key', detail: 'must be 1 to 255 visible ASCII characters' }],
      idempotency: undefined,
    });
  });

  it('may be as long as 255 characters', () => {
    expect(of('x'.repeat(255)).idempotency?.key).toHaveLength(255);
  });
});
