import { describe, expect, it } from 'vitest';
import { Busy } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { fullRequest, given, LATER, newRun, personOf, recordOfRun, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const membersContract = (open: OpenStore): void => {
  describe('members', () => {
    it('AP-20 A-1 creates user, member and the record of the profile', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      expect(await ports.members.read(run)).toEqual({
        member: personOf(run).member,
        records: [recordOfRun(run, 'profile')],
      });
      expect(await ports.users.read(run.userId)).toEqual(personOf(run).user);
    });

    it('AP-20 does nothing when the same run repeats it', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      const { user, member } = personOf(run);
      await ports.members.create(
        { ...user, language: 'es' },
        { ...member, firstName: 'Eva' },
        { ...recordOfRun(run, 'profile'), endedAt: LATER },
        stampAt(LATER),
      );
      expect((await ports.members.read(run))?.member.firstName).toBe('Ana');
      expect((await ports.users.read(run.userId))?.language).toBe('en');
    });

    it('AP-20 lets no other run put a member in the place of one', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      const other = { ...newRun(run.accountId, run.sections), userId: run.userId };
      const { user, member } = personOf(other);
      await expect(
        ports.members.create(user, member, recordOfRun(other, 'profile'), stampAt()),
      ).rejects.toThrow(Busy);
    });

    it('AP-21 leaves the record of a step, done or skipped', async () => {
      const { ports } = open();
      const run = await given(ports).member(newId('account'), request({ messaging: {} }));
      await ports.members.record(run, recordOfRun(run, 'messaging'), stampAt());
      await ports.members.record(run, recordOfRun(run, 'dialing'), stampAt());
      const { records = [] } = (await ports.members.read(run)) ?? {};
      expect(records.map(({ section, state }) => `${section} ${state}`)).toEqual([
        'profile done',
        'messaging done',
        'dialing skipped',
      ]);
    });

    it('AP-21 keeps the first record when the same run repeats it, and refuses that of another run', async () => {
      const { ports } = open();
      const run = await given(ports).member(newId('account'), fullRequest());
      const record = recordOfRun(run, 'dialing');
      await ports.members.record(run, record, stampAt());
      await ports.members.record(run, { ...record, endedAt: LATER }, stampAt());
      expect((await ports.members.read(run))?.records).toContainEqual(record);
      const foreign = { ...record, runId: newId('run') };
      await expect(ports.members.record(run, foreign, stampAt())).rejects.toThrow(Busy);
    });

    it('AP-22 reads the records in the order of the steps, however they came, and every field of theirs', async () => {
      const { ports } = open();
      const run = await given(ports).member(newId('account'), fullRequest());
      const late = ['work', 'access', 'dialing', 'messaging', 'permissions', 'employee'] as const;
      for (const section of late) {
        await ports.members.record(run, recordOfRun(run, section), stampAt());
      }
      const expected = ['profile', ...[...late].reverse()] as const;
      expect((await ports.members.read(run))?.records).toEqual(
        expected.map((section) => recordOfRun(run, section)),
      );
    });

    it('AP-22 finds no member in another account', async () => {
      const { ports } = open();
      const { userId } = await given(ports).member();
      expect(await ports.members.read({ accountId: newId('account'), userId })).toBeUndefined();
    });

    it('AP-26 removes member, user and every record', async () => {
      const { ports } = open();
      const run = await given(ports).member(newId('account'), fullRequest());
      await ports.members.record(run, recordOfRun(run, 'dialing'), stampAt());
      const found = await ports.members.read(run);
      if (found === undefined) throw new Error('There is no member to remove.');
      await ports.members.remove(found, stampAt());
      expect(await ports.members.read(run)).toBeUndefined();
      expect(await ports.users.read(run.userId)).toBeUndefined();
      await expect(
        ports.members.create(
          personOf(run).user,
          personOf(run).member,
          recordOfRun(run, 'profile'),
          stampAt(),
        ),
      ).resolves.toBeUndefined();
    });

    it('AP-26 does nothing when repeated', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      const found = { member: personOf(run).member, records: [recordOfRun(run, 'profile')] };
      await ports.members.remove(found, stampAt());
      await expect(ports.members.remove(found, stampAt())).resolves.toBeUndefined();
    });

    it('AP-26 never removes a member who is at work', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      const found = { member: personOf(run).member, records: [recordOfRun(run, 'profile')] };
      await ports.runs.finish(run, { outcome: 'active', administrator: false }, stampAt());
      await expect(ports.members.remove(found, stampAt())).rejects.toThrow(Busy);
      expect((await ports.members.read(run))?.member.status).toBe('active');
      expect(await ports.users.read(run.userId)).toBeDefined();
    });
  });

  describe('work', () => {
    const spring = { kind: 'campaign', key: 'spring' } as const;
    const queue = { kind: 'queue', key: 'spring' } as const;

    it('AP-40 A-8 puts a member onto campaigns, initiatives and queues; a repeat does nothing more', async () => {
      const { ports, workersOn } = open();
      const run = newRun(newId('account'));
      await ports.work.assign(run, [spring, queue], stampAt());
      await ports.work.assign(run, [spring], stampAt());
      expect(await workersOn(run.accountId, spring)).toEqual([run.userId]);
      expect(await workersOn(run.accountId, queue)).toEqual([run.userId]);
      expect(await workersOn(run.accountId, { kind: 'initiative', key: 'spring' })).toEqual([]);
    });

    it('AP-40 AP-41 take as many as are needed, more than one batch holds', async () => {
      const { ports, workersOn } = open();
      const run = newRun(newId('account'));
      const many = Array.from({ length: 60 }, (_, number) => ({ ...spring, key: `c${number}` }));
      await ports.work.assign(run, many, stampAt());
      for (const work of many) expect(await workersOn(run.accountId, work)).toEqual([run.userId]);
      await ports.work.release(run, many);
      for (const work of many) expect(await workersOn(run.accountId, work)).toEqual([]);
    });

    it('AP-41 takes a member off, and only this one; a repeat does nothing more', async () => {
      const { ports, workersOn } = open();
      const run = newRun(newId('account'));
      const other = newRun(run.accountId);
      await ports.work.assign(run, [spring], stampAt());
      await ports.work.assign(other, [spring], stampAt());
      await ports.work.release(run, [spring, queue]);
      await ports.work.release(run, [spring]);
      expect(await workersOn(run.accountId, spring)).toEqual([other.userId]);
    });

    it('AP-40 AP-41 do nothing for nothing', async () => {
      const { ports } = open();
      const run = newRun(newId('account'));
      await expect(ports.work.assign(run, [], stampAt())).resolves.toBeUndefined();
      await expect(ports.work.release(run, [])).resolves.toBeUndefined();
    });
  });
};
