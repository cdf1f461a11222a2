import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { given, LATER, NOW, personOf, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const usersContract = (open: OpenStore): void => {
  describe('users', () => {
    it('AP-10 reads a user, and nothing for an id that nobody has', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      expect(await ports.users.read(run.userId)).toEqual(personOf(run).user);
      expect(await ports.users.read(newId('user'))).toBeUndefined();
    });

    it('AP-11 marks the first sign-in, and a repeat keeps the first time', async () => {
      const { ports } = open();
      const { userId } = await given(ports).member();
      await ports.users.accept(userId, NOW, stampAt());
      await ports.users.accept(userId, LATER, stampAt(LATER));
      expect((await ports.users.read(userId))?.acceptedAt).toBe(NOW);
    });

    it('AP-11 makes no user of an id that nobody has', async () => {
      const { ports } = open();
      const nobody = newId('user');
      await ports.users.accept(nobody, NOW, stampAt());
      expect(await ports.users.read(nobody)).toBeUndefined();
    });

    it('AP-12 finds who has claimed an email, even while they are on their way in', async () => {
      const { ports } = open();
      const run = await given(ports).run();
      expect(await ports.users.findByEmail(run.sections.profile.email)).toBe(run.userId);
      expect(await ports.users.findByEmail(request().profile.email)).toBeUndefined();
    });

    it('AP-132 C-49 tells which of many login IDs are taken, even by somebody on their way in', async () => {
      const { ports } = open();
      const { loginId } = (await given(ports).run()).sections.profile;
      const others = Array.from({ length: 99 }, (_, index) => `${loginId}.${index}`);
      expect(await ports.users.takenLoginIds([...others, loginId])).toEqual(new Set([loginId]));
      expect(await ports.users.takenLoginIds(others)).toEqual(new Set());
    });

    it('AP-13 refuses tokens from before, and the later of two times counts, whichever comes first', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      const { user } = personOf(run);
      await ports.users.signOut(run.userId, LATER, stampAt(LATER));
      await ports.users.signOut(run.userId, NOW, stampAt());
      expect(await ports.users.read(run.userId)).toEqual({ ...user, signedOutAt: LATER });
      const later = '2026-06-01T10:00:00.000Z';
      await ports.users.signOut(run.userId, later, stampAt(later));
      expect((await ports.users.read(run.userId))?.signedOutAt).toBe(later);
    });

    it('AP-15 keeps when the latest mail was sent that came back, whichever is told first, however often', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      const { user } = personOf(run);
      await ports.users.noteBounce(run.userId, LATER, stampAt(LATER));
      await ports.users.noteBounce(run.userId, LATER, stampAt(LATER));
      await ports.users.noteBounce(run.userId, NOW, stampAt());
      expect(await ports.users.read(run.userId)).toEqual({ ...user, bouncedAt: LATER });
      const later = '2026-06-01T10:00:00.000Z';
      await ports.users.noteBounce(run.userId, later, stampAt(later));
      expect((await ports.users.read(run.userId))?.bouncedAt).toBe(later);
    });

    it('AP-15 makes no user of an id that nobody has', async () => {
      const { ports } = open();
      const nobody = newId('user');
      await ports.users.noteBounce(nobody, NOW, stampAt());
      expect(await ports.users.read(nobody)).toBeUndefined();
    });

    it('AP-13 makes no user of an id that nobody has', async () => {
      const { ports } = open();
      const nobody = newId('user');
      await ports.users.signOut(nobody, NOW, stampAt());
      expect(await ports.users.read(nobody)).toBeUndefined();
    });
  });
};
