import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { given, stampAt } from './samples.ts';
import { seating } from './seat-samples.ts';
import type { OpenStore } from './store.ts';

const AT = '2024-02-01T09:00:00.000Z';
const UNTIL = '2024-02-01T09:01:00.000Z';
const SENT = '2024-02-01T09:00:07.000Z';

/** A member who is to be invited. */
const invited = async (ports: Pick<Ports, 'accounts' | 'runs' | 'members' | 'seats'>, dueAt = AT) => {
  const { member, take } = seating(ports);
  const run = await member(await given(ports).account());
  await take(run, { invitationDue: dueAt });
  const { accountId, userId } = run;
  return { accountId, userId };
};

export const invitationsContract = (open: OpenStore): void => {
  describe('invitations that are to be sent', () => {
    it('AP-42 AP-43 are due at their time, the oldest first', async () => {
      const { ports } = open();
      const later = await invited(ports, UNTIL);
      const first = await invited(ports);
      const mine = async (now: string) =>
        (await ports.invitations.due(now, 100)).filter(({ userId }) =>
          [later.userId, first.userId].includes(userId),
        );
      expect(await mine('2024-02-01T08:59:59.999Z')).toEqual([]);
      expect(await mine(AT)).toEqual([{ ...first, dueAt: AT }]);
      expect(await mine(UNTIL)).toEqual([
        { ...first, dueAt: AT },
        { ...later, dueAt: UNTIL },
      ]);
      expect(await ports.invitations.read(first)).toEqual({ dueAt: AT });
      expect(
        await ports.invitations.read({ accountId: newId('account'), userId: first.userId }),
      ).toBeUndefined();
    });

    it('AP-44 are one caller’s to send, until the time they said', async () => {
      const { ports } = open();
      const ref = await invited(ports);
      const claims = await Promise.all([1, 2, 3].map(() => ports.invitations.claim(ref, AT, UNTIL)));
      expect(claims.filter((isMine) => isMine)).toHaveLength(1);
      expect(await ports.invitations.read(ref)).toEqual({ dueAt: UNTIL });
      expect(await ports.invitations.claim(ref, UNTIL, SENT)).toBe(true);
    });

    it('AP-45 D-9 are due no more once sent, and the member was invited then; a repeat does nothing', async () => {
      const { ports } = open();
      const ref = await invited(ports);
      await ports.invitations.settle(ref, SENT, stampAt());
      await ports.invitations.settle(ref, UNTIL, stampAt());
      expect(await ports.invitations.read(ref)).toBeUndefined();
      expect((await ports.members.read(ref))?.member.invitedAt).toBe(SENT);
      expect(await ports.invitations.claim(ref, AT, UNTIL)).toBe(false);
      expect(await ports.invitations.due(UNTIL, 100)).not.toContainEqual(expect.objectContaining(ref));
    });

    it('AP-45 are due no more when they are not to be sent, and nobody was invited', async () => {
      const { ports } = open();
      const ref = await invited(ports);
      await ports.invitations.settle(ref, undefined, stampAt());
      await ports.invitations.settle(ref, undefined, stampAt());
      expect(await ports.invitations.read(ref)).toBeUndefined();
      expect((await ports.members.read(ref))?.member.invitedAt).toBeUndefined();
    });

    it('AP-45 are due no more though the member is gone', async () => {
      const { ports } = open();
      const ref = await invited(ports);
      const left = await ports.members.read(ref);
      if (left !== undefined) await ports.members.remove(left, stampAt());
      await ports.invitations.settle(ref, SENT, stampAt());
      expect(await ports.invitations.read(ref)).toBeUndefined();
      expect(await ports.members.read(ref)).toBeUndefined();
    });

    it('AP-46 are noted by the latest time, and make no member of who is not there', async () => {
      const { ports } = open();
      const ref = await invited(ports);
      await ports.members.noteInvitation(ref, SENT, stampAt());
      await ports.members.noteInvitation(ref, AT, stampAt());
      expect((await ports.members.read(ref))?.member).toMatchObject({ invitedAt: SENT, version: 0 });
      const nobody = { accountId: ref.accountId, userId: newId('user') };
      await ports.members.noteInvitation(nobody, SENT, stampAt());
      expect(await ports.members.read(nobody)).toBeUndefined();
    });
  });

  describe('the heads of members', () => {
    it('AP-29 are read of those who are asked for and there, each once', async () => {
      const { ports } = open();
      const { member } = seating(ports);
      const accountId = await given(ports).account();
      const runs = await Promise.all([1, 2, 3].map(() => member(accountId)));
      const stranger = await member(await given(ports).account());
      const [one, two] = runs.map(({ userId }) => userId);
      const asked = [one ?? '', two ?? '', one ?? '', stranger.userId, newId('user')];
      const heads = await ports.members.heads(accountId, asked);
      expect(heads.map(({ userId }) => userId).sort()).toEqual([one, two].sort());
      expect(heads[0]).toMatchObject({ accountId, firstName: 'Ana', status: 'onboarding', version: 0 });
      expect(await ports.members.heads(accountId, [])).toEqual([]);
    });
  });
};
