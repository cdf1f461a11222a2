import { describe, expect, it } from 'vitest';
import { AlreadyMember, Busy } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import type { OpenRun } from '../../core/domain/run.ts';
import { againFor, offered, offerFor } from './offer-samples.ts';
import { givenPolicy } from './policy-samples.ts';
import { DUE, given, LATER, newRun, personOf, recordOfRun, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const offersContract = (open: OpenStore): void => {
  describe('offers of access to one more account', () => {
    it('AP-53 X-19 claim neither email nor login ID, and only one place in the account', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const { run, home } = await offerFor(ports, accountId);
      expect(await ports.runs.start(run, DUE, stampAt())).toEqual({});
      expect(await ports.runs.read(run)).toEqual({ ...run, dueAt: DUE });
      const again = againFor(home, accountId);
      await expect(ports.runs.start(again, DUE, stampAt())).rejects.toThrow(AlreadyMember);
      expect(await ports.runs.read(again)).toBeUndefined();
      const elsewhere = againFor(home, await given(ports).account());
      expect(await ports.runs.start(elsewhere, DUE, stampAt())).toEqual({});
    });

    it('AP-53 X-19 are refused to whoever came to the account as a new user', async () => {
      const { ports } = open();
      const home = await given(ports).member(await given(ports).account());
      const run = againFor(home, home.accountId);
      await expect(ports.runs.start(run, DUE, stampAt())).rejects.toThrow(AlreadyMember);
    });

    it('AP-53 of two at once, one is made', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const { run, home } = await offerFor(ports, accountId);
      const results = await Promise.allSettled(
        [run, againFor(home, accountId)].map((one) => ports.runs.start(one, DUE, stampAt())),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('AP-25 let the user join: a member who is being onboarded, and the account among theirs', async () => {
      const { ports } = open();
      const { run, home } = await offerFor(ports, await given(ports).account());
      const { member } = personOf(run);
      const record = recordOfRun(run, 'profile');
      await ports.members.join(member, record, stampAt());
      await ports.members.join({ ...member, firstName: 'Eva' }, record, stampAt());
      expect(await ports.members.read(run)).toEqual({ member, records: [record] });
      expect((await ports.users.read(run.userId))?.accountIds).toEqual([home.accountId, run.accountId]);
      const other = againFor(run, run.accountId);
      await expect(ports.members.join(member, recordOfRun(other, 'profile'), stampAt())).rejects.toThrow(
        Busy,
      );
    });

    it('AP-25 let nobody join who does not exist', async () => {
      const { ports } = open();
      const run = newRun(await given(ports).account());
      const { member } = personOf(run);
      await expect(ports.members.join(member, recordOfRun(run, 'profile'), stampAt())).rejects.toThrow(Busy);
      expect(await ports.members.read(run)).toBeUndefined();
    });

    it('AP-63 wait for the user to decide, and fall due at the end', async () => {
      const { ports } = open();
      const { run } = await offered(ports, await given(ports).account());
      expect(await ports.runs.read(run)).toEqual({ ...run, dueAt: LATER });
      await ports.runs.offer(run, DUE, stampAt());
      await ports.runs.park(run, { step: 'Activate', code: 'busy', detail: '' }, DUE, stampAt());
      await ports.runs.postpone(run, DUE);
      expect(await ports.runs.read(run)).toEqual({ ...run, dueAt: LATER });
      const due = (await ports.runs.due(LATER, 1000)).map(({ runId }) => runId);
      expect(due).toContain(run.runId);
      const { items } = await ports.runs.list(run.accountId, 'offered', { limit: 5 });
      expect(items).toMatchObject([{ runId: run.runId, isOffer: true }]);
    });

    it('AP-63 are made by a run that is under way at this attempt only', async () => {
      const { ports } = open();
      const run = await given(ports).failedRun();
      await ports.runs.offer(run, LATER, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ status: 'failed' });
      await ports.runs.resume(run, run, DUE, stampAt());
      await ports.runs.offer({ ...run, attempt: 1 }, LATER, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ status: 'running', attempt: 2 });
    });

    it('AP-54 AP-53 keep their place when resumed, and what they use until they are discarded', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const folder = await givenPolicy(ports).folder(accountId);
      const home = await given(ports).member();
      const asked = request({ profile: { ...home.sections.profile, folderId: folder.id } });
      const run: OpenRun = { ...newRun(accountId, asked), userId: home.userId, isOffer: true };
      await ports.runs.start(run, DUE, stampAt());
      await ports.runs.park(run, { step: 'Activate', code: 'busy', detail: '' }, DUE, stampAt());
      const profile = { ...run.sections.profile, email: `${newId('user').slice(4)}@example.com` };
      await ports.runs.resume(run, { sections: { ...run.sections, profile } }, DUE, stampAt());
      expect(await ports.users.findByEmail(profile.email)).toBeUndefined();
      expect(await ports.users.findByEmail(home.sections.profile.email)).toBe(home.userId);
      await expect(ports.runs.start(againFor(home, accountId), DUE, stampAt())).rejects.toThrow(
        AlreadyMember,
      );
      expect(await givenPolicy(ports).deleted(accountId, folder)).toBe('in-use');
      await ports.runs.offer({ ...run, attempt: 2 }, LATER, stampAt());
      await ports.runs.beginDiscard({ ...run, attempt: 2 }, LATER, stampAt());
      await ports.runs.endDiscard({ ...run, attempt: 2 }, stampAt());
      expect(await givenPolicy(ports).deleted(accountId, folder)).toBe('changed');
    });
  });
};
