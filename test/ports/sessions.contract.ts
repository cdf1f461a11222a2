import { describe, expect, it } from 'vitest';
import {
  ChangedMeanwhile,
  IdempotencyKeyReused,
  InvalidRequest,
  LicenseNotInPlan,
  MemberNotActive,
} from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { deadAt } from '../../core/domain/session.ts';
import { pagesOf } from './pages-of.ts';
import { given, idempotency, LATER, NOW, recordOfRun, request, stampAt } from './samples.ts';
import { activeMember, newSession, poolIn, sessionsIn } from './session-samples.ts';
import type { OpenStore } from './store.ts';

export const sessionsContract = (open: OpenStore): void => {
  const office = async (purchased: Parameters<ReturnType<typeof given>['account']>[0] = { desktop: 2 }) => {
    const { ports } = open();
    const accountId = await given(ports).account({ lmp: 9, ...purchased });
    const member = await activeMember(ports, accountId);
    return { ports, accountId, member };
  };

  describe('sessions that begin', () => {
    it('AP-110 AP-111 C-44 take a seat of every concurrent kind, and are read as begun', async () => {
      const { ports, accountId, member } = await office({ desktop: 2, crm: 1 });
      const session = newSession(member, { kinds: ['desktop', 'crm'] });
      expect(await ports.sessions.start(session, stampAt())).toEqual({ missing: [] });
      expect(await ports.sessions.read(session)).toEqual(session);
      expect(await poolIn(ports, accountId)).toMatchObject({ purchased: 2, inUse: 1, assigned: 0 });
      expect(await poolIn(ports, accountId, 'crm')).toMatchObject({ inUse: 1 });
    });

    it('AP-110 take none where nothing is needed', async () => {
      const { ports, accountId, member } = await office();
      const session = newSession(member, { kinds: [] });
      expect(await ports.sessions.start(session, stampAt())).toEqual({ missing: [] });
      expect(await ports.sessions.read(session)).toEqual(session);
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 0 });
    });

    it('AP-110 X-3 take all or none, and name just the kinds that were missing', async () => {
      const { ports, accountId, member } = await office({ desktop: 1, crm: 0, recorder: 1 });
      const session = newSession(member, { kinds: ['desktop', 'crm', 'recorder'] });
      expect(await ports.sessions.start(session, stampAt())).toEqual({ missing: ['crm'] });
      expect(await ports.sessions.read(session)).toBeUndefined();
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 0 });
      expect(await poolIn(ports, accountId, 'recorder')).toMatchObject({ inUse: 0 });
    });

    it('AP-110 refuse kinds that the plan has no licenses of, and name them', async () => {
      const { ports, accountId, member } = await office({ desktop: 1 });
      const session = newSession(member, { kinds: ['desktop', 'crm'] });
      const refusal = await ports.sessions.start(session, stampAt()).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(LicenseNotInPlan);
      expect(String(refusal)).toContain('crm');
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 0 });
    });

    it('AP-110 find the last seat, in whatever block of a large pool it is', async () => {
      const { ports, accountId, member } = await office({ desktop: 101 });
      for (let count = 0; count < 101; count += 1) {
        expect(await ports.sessions.start(newSession(member), stampAt())).toEqual({ missing: [] });
      }
      expect(await ports.sessions.start(newSession(member), stampAt())).toEqual({ missing: ['desktop'] });
      expect(await poolIn(ports, accountId)).toMatchObject({ purchased: 101, inUse: 101 });
      for (const session of await sessionsIn(ports, accountId)) await ports.sessions.end(session, stampAt());
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 0 });
    });

    it('AP-110 take nothing more when the same is begun again, even with no seat left', async () => {
      const { ports, accountId, member } = await office({ desktop: 2 });
      const session = newSession(member);
      for (const _ of [1, 2]) expect(await ports.sessions.start(session, stampAt())).toEqual({ missing: [] });
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 1 });
      await ports.sessions.start(newSession(member), stampAt());
      expect(await ports.sessions.start(session, stampAt())).toEqual({ missing: [] });
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 2 });
    });

    it('AP-110 X-1 are begun once under an Idempotency-Key', async () => {
      const { ports, accountId, member } = await office({ desktop: 3 });
      const [first, second] = [newSession(member), newSession(member)];
      const key = idempotency();
      expect(await ports.sessions.start(first, stampAt(), key)).toEqual({ missing: [] });
      const { replayOf } = await ports.sessions.start(second, stampAt(), key);
      expect(replayOf).toBe(first.sessionId);
      expect(await ports.sessions.read(second)).toBeUndefined();
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 1 });
      const other = { ...key, requestHash: 'another' };
      await expect(ports.sessions.start(second, stampAt(), other)).rejects.toThrow(IdempotencyKeyReused);
    });

    it('AP-110 keep no Idempotency-Key when there was no seat', async () => {
      const { ports, member } = await office({ desktop: 1 });
      const [first, second] = [newSession(member), newSession(member)];
      await ports.sessions.start(first, stampAt());
      const key = idempotency();
      expect(await ports.sessions.start(second, stampAt(), key)).toEqual({ missing: ['desktop'] });
      await ports.sessions.end(first, stampAt());
      expect(await ports.sessions.start(second, stampAt(), key)).toEqual({ missing: [] });
    });

    it('AP-110 are for members who are active', async () => {
      const { ports, accountId } = await office();
      const onboarding = await given(ports).member(
        accountId,
        request({ licenses: { kinds: ['lmp', 'desktop'] } }),
      );
      await ports.members.record(onboarding, recordOfRun(onboarding, 'licenses'), stampAt());
      for (const member of [onboarding, { accountId, userId: newId('user') }])
        await expect(ports.sessions.start(newSession(member), stampAt())).rejects.toThrow(MemberNotActive);
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 0 });
    });

    it('AP-110 B-2 take no license that the member needs no more, unless it is for an app', async () => {
      const { ports, accountId } = await office({ desktop: 2, crm: 1 });
      const without = await activeMember(ports, accountId, ['lmp']);
      const turnedOff = await given(ports).member(
        accountId,
        request({ licenses: { kinds: ['lmp', 'desktop'] } }),
      );
      const record = { ...recordOfRun(turnedOff, 'licenses'), agentFeatures: false };
      await ports.members.record(turnedOff, record, stampAt());
      await ports.runs.finish(turnedOff, { outcome: 'active', administrator: false }, stampAt());
      for (const member of [without, turnedOff])
        await expect(ports.sessions.start(newSession(member), stampAt())).rejects.toThrow(ChangedMeanwhile);
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 0 });
      const forApp = newSession(without, { kinds: ['crm'] });
      expect(await ports.sessions.start(forApp, stampAt())).toEqual({ missing: [] });
    });
  });

  describe('sessions that end', () => {
    it('AP-113 give their seats back, once', async () => {
      const { ports, accountId, member } = await office({ desktop: 3, crm: 2 });
      const session = newSession(member, { kinds: ['desktop', 'crm'] });
      await ports.sessions.start(session, stampAt());
      await ports.sessions.start(newSession(member), stampAt());
      for (const _ of [1, 2]) await ports.sessions.end(session, stampAt());
      expect(await ports.sessions.read(session)).toBeUndefined();
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 1 });
      expect(await poolIn(ports, accountId, 'crm')).toMatchObject({ inUse: 0 });
    });

    it('AP-113 go on when they have been heard of since', async () => {
      const { ports, accountId, member } = await office();
      const session = newSession(member);
      await ports.sessions.start(session, stampAt());
      await ports.sessions.heartbeat(session, LATER);
      await ports.sessions.end(session, stampAt(), NOW);
      expect(await ports.sessions.read(session)).toEqual({ ...session, seenAt: LATER });
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 1 });
      await ports.sessions.end(session, stampAt(), LATER);
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 0 });
    });
  });

  describe('sessions that go on', () => {
    it('AP-112 are known by when they were heard of last', async () => {
      const { ports, member } = await office();
      const session = newSession(member);
      await ports.sessions.start(session, stampAt());
      expect(await ports.sessions.heartbeat(session, LATER)).toBe(true);
      expect(await ports.sessions.read(session)).toEqual({ ...session, seenAt: LATER });
      // One that was on its way for long is no news.
      expect(await ports.sessions.heartbeat(session, NOW)).toBe(true);
      expect(await ports.sessions.read(session)).toEqual({ ...session, seenAt: LATER });
    });

    it('AP-112 are not those that have ended, nor those of somebody else', async () => {
      const { ports, accountId, member } = await office();
      const session = newSession(member);
      await ports.sessions.start(session, stampAt());
      const others = [
        { ...session, userId: newId('user') },
        { ...session, accountId: newId('account') },
      ];
      for (const other of others) {
        expect(await ports.sessions.heartbeat(other, LATER)).toBe(false);
        await ports.sessions.end(other, stampAt());
        expect(await ports.sessions.read(other)).toBeUndefined();
      }
      await ports.sessions.end(session, stampAt());
      expect(await ports.sessions.heartbeat(session, LATER)).toBe(false);
      expect(await ports.sessions.read(session)).toBeUndefined();
      expect(await poolIn(ports, accountId)).toMatchObject({ inUse: 0 });
    });
  });

  describe('sessions that are listed', () => {
    it('AP-114 are those of an account, by member and beginning, without end or overlap', async () => {
      const { ports, accountId, member } = await office({ desktop: 9 });
      const other = await activeMember(ports, accountId);
      const begun = [member, other, member, other, member].map((one) => newSession(one));
      for (const session of begun) await ports.sessions.start(session, stampAt());
      const pages = await pagesOf((page) => ports.sessions.list(accountId, undefined, page), 2);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      const keyOf = ({ userId, sessionId }: { userId: string; sessionId: string }) =>
        `${userId}#${sessionId}`;
      expect(pages.flat().map(keyOf)).toEqual(begun.map(keyOf).sort());
      const own = await pagesOf((page) => ports.sessions.list(accountId, member.userId, page), 2);
      expect(own.flat()).toHaveLength(3);
      expect(own.flat().every(({ userId }) => userId === member.userId)).toBe(true);
      expect(await sessionsIn(ports, newId('account'))).toEqual([]);
    });

    it('AP-114 have cursors of their own', async () => {
      const { ports, accountId, member } = await office({ desktop: 9 });
      for (const _ of [1, 2]) await ports.sessions.start(newSession(member), stampAt());
      const forged = (position: string) =>
        Buffer.from(JSON.stringify(['sessions/', position])).toString('base64url');
      for (const cursor of ['x', 'W10', forged('HEAD'), forged(`${member.userId}#ses_1`), forged('#')])
        await expect(ports.sessions.list(accountId, undefined, { limit: 1, cursor })).rejects.toThrow(
          InvalidRequest,
        );
      const { nextCursor: cursor } = await ports.sessions.list(accountId, member.userId, { limit: 1 });
      expect(cursor).toBeDefined();
      for (const user of [undefined, newId('user')])
        await expect(ports.sessions.list(accountId, user, { limit: 1, cursor })).rejects.toThrow(
          InvalidRequest,
        );
    });
  });

  describe('sessions to be looked at', () => {
    /** The index is shared by all tests: each looks for its own. */
    const dueIn = async ({ ports, accountId }: Awaited<ReturnType<typeof office>>, now: string) =>
      (await ports.sessions.due(now, 10_000))
        .filter((ref) => ref.accountId === accountId)
        .map(({ sessionId }) => sessionId);

    it('AP-115 AP-116 are due when they would be dead, and not again before it is said', async () => {
      const at = await office({ desktop: 9 });
      const [first, second] = [
        newSession(at.member),
        newSession(at.member, { startedAt: LATER, seenAt: LATER }),
      ];
      for (const session of [second, first]) await at.ports.sessions.start(session, stampAt());
      expect(await dueIn(at, deadAt(NOW).replace('.000Z', '.001Z'))).toEqual([first.sessionId]);
      expect(await dueIn(at, NOW)).toEqual([]);
      expect(await dueIn(at, deadAt(LATER))).toEqual([first.sessionId, second.sessionId]);
      const [ref] = await at.ports.sessions.due(deadAt(LATER), 1);
      expect(Object.keys(ref ?? {}).sort()).toEqual(['accountId', 'sessionId', 'userId']);

      await at.ports.sessions.postpone(first, deadAt(deadAt(LATER)));
      expect(await dueIn(at, deadAt(LATER))).toEqual([second.sessionId]);
      // A heartbeat writes no index: it is looked at once before it is left alone.
      await at.ports.sessions.heartbeat(second, deadAt(LATER));
      expect(await dueIn(at, deadAt(LATER))).toEqual([second.sessionId]);
      await at.ports.sessions.end(second, stampAt());
      await at.ports.sessions.postpone(second, NOW);
      expect(await dueIn(at, deadAt(LATER))).toEqual([]);
      expect(await at.ports.sessions.read(second)).toBeUndefined();
    });
  });
};
