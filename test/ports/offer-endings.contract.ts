import { describe, expect, it } from 'vitest';
import { Busy, RunNotFailed } from '../../core/domain/errors.ts';
import { againFor, offered } from './offer-samples.ts';
import { DUE, given, LATER, personOf, recordOfRun, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const ACTIVE = { outcome: 'active', administrator: true } as const;

export const offerEndingsContract = (open: OpenStore): void => {
  describe('offers of access that end', () => {
    it('AP-56 are accepted: the member is at work, and counted as an administrator, once', async () => {
      const { ports, activeAdministrators } = open();
      const { run } = await offered(ports, await given(ports).account());
      await ports.runs.finish(run, ACTIVE, stampAt());
      await ports.runs.finish(run, ACTIVE, stampAt(LATER));
      const found = await ports.runs.read(run);
      expect(found).toMatchObject({ status: 'done', outcome: 'active' });
      expect(found?.sections).toBeUndefined();
      expect((await ports.members.read(run))?.member.status).toBe('active');
      expect(await activeAdministrators(run.accountId)).toBe(1);
      await expect(ports.runs.beginDiscard(run, LATER, stampAt())).rejects.toThrow(RunNotFailed);
    });

    it('AP-56 are all that can be accepted: no other run ends from `offered`', async () => {
      const { ports } = open();
      const run = await given(ports).member(await given(ports).account());
      await ports.runs.offer(run, LATER, stampAt());
      await ports.runs.finish(run, ACTIVE, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ status: 'offered' });
    });

    it('AP-27 AP-59 are declined: the user keeps all they had, and can be offered the account again', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const { run, home } = await offered(ports, accountId);
      const third = againFor(home, await given(ports).account());
      await ports.members.join(personOf(third).member, recordOfRun(third, 'profile'), stampAt());
      expect(await ports.runs.beginDiscard(run, LATER, stampAt())).toEqual({});
      await ports.runs.finish(run, ACTIVE, stampAt());
      const found = await ports.members.read(run);
      if (found === undefined) throw new Error('There is no member to leave.');
      await ports.members.leave(found, stampAt());
      await ports.members.leave(found, stampAt());
      await ports.runs.endDiscard(run, stampAt());
      expect(await ports.members.read(run)).toBeUndefined();
      expect(await ports.runs.read(run)).toMatchObject({ status: 'discarded' });
      expect(await ports.users.read(home.userId)).toEqual({
        ...personOf(home).user,
        accountIds: [home.accountId, third.accountId],
      });
      expect(await ports.users.findByEmail(home.sections.profile.email)).toBe(home.userId);
      expect(await ports.runs.start(againFor(home, accountId), DUE, stampAt())).toEqual({});
    });

    it('AP-27 let nobody leave who is at work', async () => {
      const { ports } = open();
      const { run } = await offered(ports, await given(ports).account());
      const found = await ports.members.read(run);
      if (found === undefined) throw new Error('There is no member to leave.');
      await ports.runs.finish(run, { ...ACTIVE, administrator: false }, stampAt());
      await expect(ports.members.leave(found, stampAt())).rejects.toThrow(Busy);
      expect((await ports.users.read(run.userId))?.accountIds).toContain(run.accountId);
    });

    it('AP-56 AP-58 of accepting and declining at once, one happens', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      for (let count = 0; count < 5; count += 1) {
        const { run } = await offered(ports, accountId);
        const [, declined] = await Promise.allSettled([
          ports.runs.finish(run, ACTIVE, stampAt()),
          ports.runs.beginDiscard(run, LATER, stampAt()),
        ]);
        const status = (await ports.runs.read(run))?.status;
        expect(status).toBe(declined.status === 'fulfilled' ? 'discarding' : 'done');
      }
    });
  });
};
