import { describe, expect, it } from 'vitest';
import { ASSET_KIND_NAMES } from '../../../core/domain/asset-kinds.ts';
import { conditionally, expectRefused } from '../access/people.ts';
import { openOffice, unique } from '../office.ts';
import { useAssetOffice } from './asset-office.ts';

const { cloud, call, at, bodyOf, make } = useAssetOffice();

const faultsOf = ({ body }: { body: { errors?: readonly { pointer: string }[] } }) =>
  body.errors?.map(({ pointer }) => pointer);

describe('what an account has', () => {
  it.each(ASSET_KIND_NAMES)(
    'B-15 B-16 C-27 C-29 D-15 D-16 D-26 a %s is made, read, changed, archived, restored, deleted',
    async (kind) => {
      const key = `one-${unique()}`;
      const asked = bodyOf(kind, key, { description: 'For all.' });
      const made = await call('POST', at(`assets/${kind}`), asked);
      expect(made).toMatchObject({ status: 201, body: { ...asked, kind, archived: false } });
      const path = at(`assets/${kind}/${key}`);
      expect(made.headers.get('location')).toBe(`/v1${path}`);
      expectRefused(await call('POST', at(`assets/${kind}`), asked), 'asset-exists');
      const changed = await conditionally(call, 'PATCH', path, { name: 'Other', description: null });
      const { description: _, ...rest } = asked;
      const { createdAt, ...shown } = changed.body;
      expect([changed.status, shown]).toEqual([200, { ...rest, kind, name: 'Other', archived: false }]);
      expect((await call('GET', path)).body).toEqual({ ...shown, createdAt });
      const stale = await call('PATCH', path, { name: 'Late' }, { 'if-match': '"1"' });
      expectRefused(stale, 'changed-meanwhile');

      expectRefused(await conditionally(call, 'DELETE', path), 'not-archived');
      const keysOf = async (archived: boolean): Promise<readonly string[]> =>
        (await call('GET', at(`assets/${kind}?limit=100&archived=${archived}`))).body.items.map(
          (item: { key: string }) => item.key,
        );
      expect(await call('POST', `${path}/archive`)).toMatchObject({
        status: 200,
        body: { archived: true },
      });
      expect([await keysOf(false), await keysOf(true)]).toEqual([expect.not.arrayContaining([key]), [key]]);
      expect(await call('POST', `${path}/restore`)).toMatchObject({
        status: 200,
        body: { archived: false },
      });
      expect([await keysOf(false), await keysOf(true)]).toEqual([expect.arrayContaining([key]), []]);
      await call('POST', `${path}/archive`);
      const deleted = await conditionally(call, 'DELETE', path);
      // The account's first number is its default number.
      if (kind === 'number') expectRefused(deleted, 'in-use');
      else expect([deleted.status, (await call('GET', path)).status]).toEqual([204, 404]);
    },
  );

  it('X-11 tells every fault of what is said of its kind at once, and knows no other field', async () => {
    const schedule = await call('POST', at('assets/schedule'), {
      name: '',
      timeZone: 'Mars/Olympus',
      hours: [{ day: 'monday', from: '17:00', to: '09:00' }],
      takesCalls: true,
    });
    expectRefused(schedule, 'invalid-request');
    expect(faultsOf(schedule)?.toSorted()).toEqual([
      '/hours/0/to',
      '/key',
      '/name',
      '/takesCalls',
      '/timeZone',
    ]);
    const number = bodyOf('number', 'short', { number: '+14155550' });
    expect(faultsOf(await call('POST', at('assets/number'), number))).toEqual(['/number']);
    const key = await make('agent-status');
    const patch = await conditionally(call, 'PATCH', at(`assets/agent-status/${key}`), {
      key: 'other',
      takesCalls: null,
    });
    expect(faultsOf(patch)?.toSorted()).toEqual(['/key', '/takesCalls']);
    expect((await call('GET', at('assets/coffee'))).status).toBe(404);
  });

  it('C-29 D-15 a number and a SIP user name are had once, in all accounts', async () => {
    const other = await openOffice(cloud());
    for (const [kind, field] of [
      ['number', '/number'],
      ['sip-client', '/userName'],
    ] as const) {
      const body = bodyOf(kind, `own-${unique()}`);
      expect((await other.call('POST', `/accounts/${other.accountId}/assets/${kind}`, body)).status).toBe(
        201,
      );
      const refusal = await call('POST', at(`assets/${kind}`), body);
      expectRefused(refusal, 'already-claimed');
      const faults = [{ pointer: field, detail: 'belongs to somebody already: name one that nobody has' }];
      expect(refusal.body.errors).toEqual(faults);
      const path = at(`assets/${kind}/${await make(kind)}`);
      const { key: _, name: __, ...own } = body;
      expectRefused(await conditionally(call, 'PATCH', path, own), 'already-claimed');
    }
  });

  it('X-11 makes one thing under one Idempotency-Key', async () => {
    const body = bodyOf('campaign', `c-${unique()}`);
    const post = () => call('POST', at('assets/campaign'), body, { 'idempotency-key': body.key });
    expect([(await post()).status, (await post()).status]).toEqual([201, 201]);
  });

  it('D-16 a schedule tells when it is open, in UTC, summer time included', async () => {
    const hours = [{ day: 'monday', from: '09:00', to: '17:00', breaks: [{ from: '12:00', to: '12:30' }] }];
    const key = await make('schedule', { timeZone: 'America/New_York', hours });
    const ask = (query: string) => call('GET', at(`assets/schedule/${key}/hours${query}`));
    const openOn = async (from: string) => (await ask(`?from=${from}&days=1`)).body.open;
    expect(await openOn('2026-01-05')).toEqual([
      { from: '2026-01-05T14:00:00.000Z', to: '2026-01-05T17:00:00.000Z' },
      { from: '2026-01-05T17:30:00.000Z', to: '2026-01-05T22:00:00.000Z' },
    ]);
    expect((await openOn('2026-07-06'))[0].from).toBe('2026-07-06T13:00:00.000Z');
    expect(faultsOf(await ask('?from=soon&days=0'))).toEqual(['/query/from', '/query/days']);
  });
});
