import { describe, expect, it } from 'vitest';
import { firstPolicy } from '../../../core/domain/authorization/policy.ts';
import {
  ChangedMeanwhile,
  IdempotencyKeyReused,
  LicenseAcquisition,
  LicenseNotInPlan,
  NotFound,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { HEARTBEAT_SECONDS, SESSION_TIMEOUT_SECONDS } from '../../../core/domain/session.ts';
import { keepSession } from '../../../core/usecases/keep-session.ts';
import { listSessions } from '../../../core/usecases/list-sessions.ts';
import { startSession } from '../../../core/usecases/start-session.ts';
import { idempotency } from '../../ports/samples.ts';
import { folderNamed } from '../authorization/policies.ts';
import { openSessionOffice, SECOND } from './session-office.ts';

type Office = Awaited<ReturnType<typeof openSessionOffice>>;

const refusal = async (signIn: Promise<unknown>): Promise<LicenseAcquisition> => {
  const error = await signIn.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof LicenseAcquisition) return error;
  throw error ?? new Error('They are signed in.');
};

const callsOf = ({ remedies }: LicenseAcquisition) => remedies.map(({ operationId }) => operationId);

describe('beginning a session', () => {
  it('C-44 takes the concurrent licenses that the member needs, and none that they do not', async () => {
    const at = await openSessionOffice({ desktop: 5 });
    const [agent, clerk] = [await at.hire(), await at.hire(['lmp'])];
    expect(await at.signIn(agent)).toMatchObject({ userId: agent.userId, kinds: ['desktop'] });
    expect(await at.signIn(clerk)).toMatchObject({ kinds: [] });
    expect(await at.inUse()).toBe(1);
    expect(await at.open()).toHaveLength(2);
  });

  it('C-44 takes those that installed apps need, whoever signs in', async () => {
    const at = await openSessionOffice({ desktop: 5, crm: 1 }, ['crm-connector', 'wallboard']);
    expect(await at.signIn(await at.hire(['lmp']))).toMatchObject({ kinds: ['crm'] });
    const { licenses, message } = await refusal(at.signIn(await at.hire()));
    expect(licenses).toMatchObject([{ kind: 'crm', app: 'crm-connector', purchased: 1, inUse: 1 }]);
    expect(message).toContain('CRM connector');
    expect(await at.inUse()).toBe(0);
  });

  it('C-44 needs no license that the plan has no more', async () => {
    const at = await openSessionOffice({});
    const agent = await at.hire(['lmp']);
    const found = await at.ports.members.read(agent);
    const record = found?.records.find(({ section }) => section === 'licenses');
    at.database.records.set(`${at.accountId}#${agent.userId}#licenses`, {
      ...record,
      data: { kinds: ['lmp', 'desktop'] },
    } as never);
    expect(await at.signIn(agent)).toMatchObject({ kinds: [] });
  });

  it('C-44 nobody uses up what others share: of too many sessions the oldest end', async () => {
    const at = await openSessionOffice({ desktop: 20 });
    const agent = await at.hire();
    const ids: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      ids.push((await at.signIn(agent)).sessionId);
      at.moveClock(SECOND);
    }
    expect((await at.open()).map(({ sessionId }) => sessionId).sort()).toEqual(ids.slice(3).sort());
    expect(await at.inUse()).toBe(5);
  });

  it('C-44 is refused for want of a license that the account owns none of', async () => {
    const at = await openSessionOffice({ desktop: 0 }, ['crm-connector']);
    const { licenses } = await refusal(at.signIn(await at.hire()));
    expect(licenses.map(({ kind, purchased }) => [kind, purchased])).toEqual([['crm', 0]]);
  });

  it('C-44 is refused, not answered without having begun, when what it lacked is bought in this very moment', async () => {
    const at = await openSessionOffice({ crm: 1 }, ['crm-connector']);
    const agent = await at.hire(['lmp']);
    const start = () => Promise.reject(new LicenseNotInPlan(['crm']));
    const ports = { ...at.ports, sessions: { ...at.ports.sessions, start } };
    const { licenses } = await refusal(startSession(ports)(at.as(agent), at.now()));
    expect(licenses).toMatchObject([{ kind: 'crm', purchased: 1 }]);
    expect(await at.open()).toEqual([]);
  });

  it('B-2 takes no calling seat of who has the agent features turned off', async () => {
    const at = await openSessionOffice({ desktop: 1 });
    const agent = await at.hire();
    const key = `${at.accountId}#${agent.userId}#licenses`;
    const record = at.database.records.get(key);
    if (record?.section !== 'licenses') throw new Error('unreachable');
    at.database.records.set(key, { ...record, agentFeatures: false });
    expect(await at.signIn(agent)).toMatchObject({ kinds: [] });
    expect(await at.inUse()).toBe(0);
  });

  it('B-2 finds out what is needed once more, when that has just changed', async () => {
    const at = await openSessionOffice({ desktop: 1 });
    const agent = await at.hire();
    let refusals = 1;
    const start: typeof at.ports.sessions.start = async (...asked) => {
      if (refusals > 0) {
        refusals -= 1;
        throw new ChangedMeanwhile();
      }
      return at.ports.sessions.start(...asked);
    };
    const ports = { ...at.ports, sessions: { ...at.ports.sessions, start } };
    expect(await startSession(ports)(at.as(agent), at.now())).toMatchObject({ kinds: ['desktop'] });
  });

  it('is for members: who comes by their agency alone signs in where they are one', async () => {
    const at = await openSessionOffice();
    await expect(at.signIn({ userId: newId('user') })).rejects.toThrow(NotFound);
  });

  it('X-1 happens once under an Idempotency-Key, even when no seat is left', async () => {
    const at = await openSessionOffice({ desktop: 1 });
    const agent = await at.hire();
    const key = idempotency({ actor: agent.userId });
    const first = await at.signIn(agent, {}, key);
    expect(await at.signIn(agent, {}, key)).toEqual(first);
    expect(await at.inUse()).toBe(1);
    await expect(at.signIn(agent, {}, { ...key, requestHash: 'other' })).rejects.toThrow(
      IdempotencyKeyReused,
    );
    await at.ports.sessions.end(first, at.now());
    await expect(at.signIn(agent, {}, key)).rejects.toThrow(NotFound);
  });
});

describe('a session that is not heard of any more', () => {
  it('C-44 makes room for whoever signs in as soon as its time is over, before any sweep', async () => {
    const at = await openSessionOffice({ desktop: 1 });
    const [crashed, next] = [await at.hire(), await at.hire()];
    const dead = await at.signIn(crashed);
    at.moveClock(SESSION_TIMEOUT_SECONDS * SECOND - 1);
    await refusal(at.signIn(next));
    at.moveClock(1);
    const { sessionId } = await at.signIn(next);
    expect((await at.open()).map((session) => session.sessionId)).toEqual([sessionId]);
    expect(await at.inUse()).toBe(1);
    await expect(keepSession(at.ports)(dead, at.now().at)).rejects.toThrow(NotFound);
  });

  it('may lose two heartbeats on the way, and goes on with the third', async () => {
    const at = await openSessionOffice({ desktop: 1 });
    const session = await at.signIn(await at.hire());
    for (let beat = 0; beat < 5; beat += 1) {
      at.moveClock((3 * HEARTBEAT_SECONDS - 1) * SECOND);
      await keepSession(at.ports)(session, at.now().at);
    }
    await refusal(at.signIn(await at.hire()));
    expect(await at.open()).toMatchObject([{ startedAt: session.startedAt, seenAt: at.now().at }]);
  });
});

describe('the license acquisition error', () => {
  const full = async () => {
    const at = await openSessionOffice({ desktop: 2 });
    const [one, other] = [await at.hire(), await at.hire()];
    for (const agent of [one, other]) await at.signIn(agent);
    const refusedAs = async (permissions: Parameters<Office['as']>[1] = {}) =>
      refusal(at.signIn(await at.hire(), permissions));
    return { ...at, one, other, refusedAs };
  };

  it('C-44 C-45 tells an agent which license it is, and neither who has it nor what they could not do', async () => {
    const { refusedAs } = await full();
    const error = await refusedAs({ role: 'call-agent' });
    expect(error.licenses).toEqual([
      { kind: 'desktop', name: 'Agent desktop', app: undefined, purchased: 2, inUse: 2, holders: [] },
    ]);
    expect(error.remedies).toEqual([]);
    expect(error.message).toContain('asks an administrator');
  });

  it('C-45 tells an administrator who has the seats, whom to sign out, where to buy and to look', async () => {
    const { refusedAs, one, other, accountId } = await full();
    const error = await refusedAs({ role: 'administrator' });
    const holders = error.licenses[0]?.holders ?? [];
    expect(holders.map(({ userId }) => userId).sort()).toEqual([one.userId, other.userId].sort());
    expect(holders[0]).toMatchObject({ name: 'Ana Ruiz', since: '2026-06-01T09:00:00.000Z' });
    expect(callsOf(error)).toEqual(['signOutMember', 'signOutMember', 'changeSeats', 'readBilling']);
    const paths = error.remedies.map(({ path }) => path);
    expect(paths).toContain(`/v1/accounts/${accountId}/members/${one.userId}/sign-out`);
    expect(paths.every((path) => !path.includes('{'))).toBe(true);
  });

  it.each([
    [['search-users'], 2, []],
    [['view-billing'], 0, ['readBilling']],
  ] as const)('C-45 of %j names %i holders, and offers %j', async (grants, known, calls) => {
    const { refusedAs } = await full();
    const error = await refusedAs({ role: 'call-agent', grants: [...grants], dataViewLevel: 'account' });
    expect(error.licenses[0]?.holders).toHaveLength(known);
    expect(callsOf(error)).toEqual(calls);
  });

  it('C-45 names nobody out of reach, and offers to sign out nobody whose folder does not let one', async () => {
    const { signIn, hire, as, ports, now, one } = await full();
    await refusal(signIn(await hire()));
    const asker = await hire();
    const team = folderNamed('team', { access: { write: [asker.userId] } });
    const policy = { ...firstPolicy(asker.accountId), folders: { ...firstPolicy(asker.accountId).folders } };
    const placed = { ...policy, folders: { ...policy.folders, [team.folderId]: team } };
    const heads: typeof ports.members.heads = async (...asked) =>
      (await ports.members.heads(...asked)).map((member) =>
        member.userId === one.userId ? { ...member, folderId: team.folderId } : member,
      );
    const authority = as(asker, { role: 'manager', dataViewLevel: 'account' }, placed);
    const seen = { ...ports, members: { ...ports.members, heads } };
    const error = await refusal(startSession(seen)(authority, now()));
    expect(error.licenses[0]?.holders).toHaveLength(2);
    expect(error.remedies.filter(({ operationId }) => operationId === 'signOutMember')).toMatchObject([
      { path: expect.stringContaining(one.userId) },
    ]);
    const near = as(asker, { role: 'manager', dataViewLevel: 'own' }, placed);
    expect((await refusal(startSession(seen)(near, now()))).licenses[0]?.holders).toEqual([]);
  });

  it('C-45 lets whoever has the seat on another computer end that session', async () => {
    const at = await openSessionOffice({ desktop: 1 });
    const agent = await at.hire();
    const first = await at.signIn(agent);
    const error = await refusal(at.signIn(agent, { role: 'call-agent' }));
    expect(error.licenses[0]?.holders).toMatchObject([{ sessionId: first.sessionId, name: 'Ana Ruiz' }]);
    expect(error.remedies).toMatchObject([
      { operationId: 'endSession', path: expect.stringContaining(first.sessionId) },
    ]);
  });
});

describe('listing sessions', () => {
  it('names the members within reach, and leaves out whose time is over', async () => {
    const at = await openSessionOffice({ desktop: 9 });
    const [agent, other] = [await at.hire(), await at.hire()];
    await at.signIn(agent);
    at.moveClock(SESSION_TIMEOUT_SECONDS * SECOND);
    const alive = await at.signIn(other);
    const list = (who: Parameters<typeof at.as>, userId?: string) =>
      listSessions(at.ports)(at.as(...who), userId, { limit: 10 }, at.now().at);
    const administrator = [agent, { role: 'administrator' }] as const;
    expect((await list([...administrator])).items).toEqual([{ ...alive, name: 'Ana Ruiz' }]);
    expect((await list([...administrator], agent.userId)).items).toEqual([]);
    expect((await list([agent, { grants: ['search-users'] }])).items).toEqual([]);
    expect((await list([other, {}], other.userId)).items).toHaveLength(1);
  });
});
