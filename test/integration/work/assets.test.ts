import { beforeAll, describe, expect, it } from 'vitest';
import { ASSET_KIND_NAMES, type AssetKind } from '../../../core/domain/asset-kinds.ts';
import { newAsset } from '../../ports/asset-samples.ts';
import { conditionally, expectRefused, hire, type Person, welcome } from '../access/people.ts';
import { type Office, openOffice, unique } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';

const cloud = useSharedCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const at = (rest: string) => `/accounts/${office.accountId}/${rest}`;

/** What a request says of something new. */
const bodyOf = (kind: AssetKind, key: string, more: Record<string, unknown> = {}) => {
  const ref = { accountId: office.accountId, kind, key };
  const {
    accountId: _,
    kind: __,
    archived: ___,
    version: ____,
    createdAt: _____,
    ...body
  } = newAsset(ref, more);
  return body;
};

const make = async (
  kind: AssetKind,
  more: Record<string, unknown> = {},
  call = office.call,
): Promise<string> => {
  const key = `${kind}-${unique()}`;
  const answer = await call('POST', at(`assets/${kind}`), bodyOf(kind, key, more));
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return key;
};

const faultsOf = ({ body }: { body: { errors?: readonly { pointer: string }[] } }) =>
  body.errors?.map(({ pointer }) => pointer);

describe('what an account has', () => {
  it.each(ASSET_KIND_NAMES)(
    'B-15 B-16 C-27 C-29 D-15 D-16 D-26 a %s is made, read, changed, archived, restored, deleted',
    async (kind) => {
      const key = `one-${unique()}`;
      const asked = bodyOf(kind, key, { description: 'For all.' });
      const made = await office.call('POST', at(`assets/${kind}`), asked);
      expect(made).toMatchObject({ status: 201, body: { ...asked, kind, archived: false } });
      const path = at(`assets/${kind}/${key}`);
      expect(made.headers.get('location')).toBe(`/v1${path}`);
      expectRefused(await office.call('POST', at(`assets/${kind}`), asked), 'asset-exists');
      const changed = await conditionally(office.call, 'PATCH', path, { name: 'Other', description: null });
      const { description: _, ...rest } = asked;
      const { createdAt, ...shown } = changed.body;
      expect([changed.status, shown]).toEqual([200, { ...rest, kind, name: 'Other', archived: false }]);
      expect((await office.call('GET', path)).body).toEqual({ ...shown, createdAt });
      const stale = await office.call('PATCH', path, { name: 'Late' }, { 'if-match': '"1"' });
      expectRefused(stale, 'changed-meanwhile');

      expectRefused(await conditionally(office.call, 'DELETE', path), 'not-archived');
      const keysOf = async (archived: boolean): Promise<readonly string[]> =>
        (await office.call('GET', at(`assets/${kind}?limit=100&archived=${archived}`))).body.items.map(
          (item: { key: string }) => item.key,
        );
      expect(await office.call('POST', `${path}/archive`)).toMatchObject({
        status: 200,
        body: { archived: true },
      });
      expect([await keysOf(false), await keysOf(true)]).toEqual([expect.not.arrayContaining([key]), [key]]);
      expect(await office.call('POST', `${path}/restore`)).toMatchObject({
        status: 200,
        body: { archived: false },
      });
      expect([await keysOf(false), await keysOf(true)]).toEqual([expect.arrayContaining([key]), []]);
      await office.call('POST', `${path}/archive`);
      const deleted = await conditionally(office.call, 'DELETE', path);
      // The account's first number is its default number.
      if (kind === 'number') expectRefused(deleted, 'in-use');
      else expect([deleted.status, (await office.call('GET', path)).status]).toEqual([204, 404]);
    },
  );

  it('X-11 tells every fault of what is said of its kind at once, and knows no other field', async () => {
    const schedule = await office.call('POST', at('assets/schedule'), {
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
    expect(faultsOf(await office.call('POST', at('assets/number'), number))).toEqual(['/number']);
    const key = await make('agent-status');
    const patch = await conditionally(office.call, 'PATCH', at(`assets/agent-status/${key}`), {
      key: 'other',
      takesCalls: null,
    });
    expect(faultsOf(patch)?.toSorted()).toEqual(['/key', '/takesCalls']);
    expect((await office.call('GET', at('assets/coffee'))).status).toBe(404);
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
      const refusal = await office.call('POST', at(`assets/${kind}`), body);
      expectRefused(refusal, 'already-claimed');
      const faults = [{ pointer: field, detail: 'belongs to somebody already: name one that nobody has' }];
      expect(refusal.body.errors).toEqual(faults);
      const path = at(`assets/${kind}/${await make(kind)}`);
      const { key: _, name: __, ...own } = body;
      expectRefused(await conditionally(office.call, 'PATCH', path, own), 'already-claimed');
    }
  });

  it('X-11 makes one thing under one Idempotency-Key', async () => {
    const body = bodyOf('campaign', `c-${unique()}`);
    const post = () => office.call('POST', at('assets/campaign'), body, { 'idempotency-key': body.key });
    expect([(await post()).status, (await post()).status]).toEqual([201, 201]);
  });

  it('B-16 a campaign takes in agent groups that are there; deleting one says by what it is used', async () => {
    const team = await make('agent-group');
    const campaign = await make('campaign', { agentGroups: [team] });
    const path = at(`assets/agent-group/${team}`);
    await office.call('POST', `${path}/archive`);
    const refusal = await conditionally(office.call, 'DELETE', path);
    expectRefused(refusal, 'in-use');
    expect(refusal.body.errors).toEqual([{ pointer: '', detail: `the campaign ${campaign}` }]);
    const other = bodyOf('queue', 'q', { agentGroups: [team, 'nowhere'] });
    const unknown = await office.call('POST', at('assets/queue'), other);
    expect(unknown.body.errors).toEqual([
      { pointer: '/agentGroups/0', detail: 'is archived: restore the agent group first' },
      { pointer: '/agentGroups/1', detail: 'is no agent group of this account' },
    ]);
    const patch = { agentGroups: [] };
    expect((await conditionally(office.call, 'PATCH', at(`assets/campaign/${campaign}`), patch)).status).toBe(
      200,
    );
    expect((await conditionally(office.call, 'DELETE', path)).status).toBe(204);
  });

  it('D-16 a schedule tells when it is open, in UTC, summer time included', async () => {
    const hours = [{ day: 'monday', from: '09:00', to: '17:00', breaks: [{ from: '12:00', to: '12:30' }] }];
    const key = await make('schedule', { timeZone: 'America/New_York', hours });
    const ask = (query: string) => office.call('GET', at(`assets/schedule/${key}/hours${query}`));
    const openOn = async (from: string) => (await ask(`?from=${from}&days=1`)).body.open;
    expect(await openOn('2026-01-05')).toEqual([
      { from: '2026-01-05T14:00:00.000Z', to: '2026-01-05T17:00:00.000Z' },
      { from: '2026-01-05T17:30:00.000Z', to: '2026-01-05T22:00:00.000Z' },
    ]);
    expect((await openOn('2026-07-06'))[0].from).toBe('2026-07-06T13:00:00.000Z');
    expect(faultsOf(await ask('?from=soon&days=0'))).toEqual(['/query/from', '/query/days']);
  });
});

describe('who may', () => {
  const asKeeper = (grants: readonly string[]) => ({ role: 'manager', grants: [...grants] });
  let keeper: Person;
  beforeAll(async () => {
    keeper = await welcome(cloud(), office, { permissions: asKeeper(['add-queue', 'manage-voip']) });
  });

  it('C-25 C-27 C-63 whoever makes a queue may change it; the others only if its access list names them', async () => {
    const mine = await make('queue', {}, keeper.call);
    const theirs = await make('queue');
    const rename = (key: string) =>
      conditionally(keeper.call, 'PATCH', at(`assets/queue/${key}`), { name: 'Renamed' });
    expect((await rename(mine)).status).toBe(200);
    expectRefused(await rename(theirs), 'not-on-access-list');
    expectRefused(await keeper.call('POST', at(`assets/queue/${theirs}/archive`)), 'not-on-access-list');
    await conditionally(office.call, 'PUT', at(`access-lists/queue/${theirs}`), {
      subjects: [keeper.userId],
    });
    expect((await rename(theirs)).status).toBe(200);
  });

  it('C-27 C-29 each kind takes its own permission, to make and to change', async () => {
    const refused = async (kind: AssetKind) =>
      expectRefused(await keeper.call('POST', at(`assets/${kind}`), bodyOf(kind, 'k')), 'forbidden');
    for (const kind of ['campaign', 'agent-status', 'schedule', 'number'] as const) await refused(kind);
    const campaign = at(`assets/campaign/${await make('campaign')}`);
    expectRefused(await conditionally(keeper.call, 'PATCH', campaign, { name: 'Mine' }), 'forbidden');
    const sip = await make('sip-client', {}, keeper.call);
    expect((await keeper.call('POST', at(`assets/sip-client/${sip}/archive`))).status).toBe(200);
  });

  it('D-4 whoever’s groups narrow their work sees no other, and makes none', async () => {
    const [inside, outside] = [await make('queue'), await make('queue')];
    const group = { name: `Narrow ${unique()}`, folders: ['fld_root'], work: [`queue/${inside}`] };
    const { groupId } = (await office.call('POST', at('groups'), group)).body;
    const permissions = { role: 'agent', groups: [groupId], grants: ['manage-voip', 'add-queue'] };
    const narrow = await welcome(cloud(), office, { permissions });
    const { body } = await narrow.call('GET', at('assets/queue'));
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual([inside]);
    expect((await narrow.call('GET', at(`assets/queue/${inside}`))).status).toBe(200);
    expectRefused(await narrow.call('GET', at(`assets/queue/${outside}`)), 'not-found');
    expectRefused(await narrow.call('POST', at('assets/queue'), bodyOf('queue', 'new')), 'more-than-held');
    const schedule = await make('schedule');
    expect((await narrow.call('GET', at(`assets/schedule/${schedule}`))).status).toBe(200);
  });

  it('A-8 assigns members one by one, says who is assigned, and is not deleted under their feet', async () => {
    const queue = await make('queue');
    const path = at(`assets/queue/${queue}`);
    const agent = await hire(office);
    const assign = () => office.call('PUT', `${path}/members/${agent.userId}`);
    expect([(await assign()).status, (await assign()).status]).toEqual([204, 204]);
    expect((await office.call('GET', agent.path)).body.sections.work.queues).toEqual([queue]);
    const { body } = await office.call('GET', `${path}/members`);
    expect(body.items).toMatchObject([{ userId: agent.userId, email: agent.email }]);
    await office.call('POST', `${path}/archive`);
    const refusal = await conditionally(office.call, 'DELETE', path);
    expectRefused(refusal, 'in-use');
    expect(refusal.body.errors[0].detail).toContain(`(${agent.userId}) is assigned to it`);
    const late = await hire(office);
    expectRefused(await office.call('PUT', `${path}/members/${late.userId}`), 'asset-gone');
    expect((await office.call('DELETE', `${path}/members/${agent.userId}`)).status).toBe(204);
    expect((await conditionally(office.call, 'DELETE', path)).status).toBe(204);
    expectRefused(await office.call('PUT', `${path}/members/${late.userId}`), 'not-found');
  });
});
