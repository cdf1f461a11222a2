import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { recordOf } from '../../core/domain/section-record.ts';
import type { MemberRef, PersonalData, Ports } from '../../core/usecases/ports.ts';
import { EVA, memberAtWork, profileEdit } from './member-samples.ts';
import { given, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const renamesContract = (open: OpenStore): void => {
  describe('a person who is called otherwise', () => {
    /** A member of two accounts, in whose own account the name has just changed. */
    const renamed = async (ports: Parameters<typeof given>[0] & Pick<Ports, 'members'>) => {
      const home = await memberAtWork(ports, await given(ports).account());
      const found = await ports.members.read(home);
      if (found === undefined) throw new Error('There is no member.');
      const away = { ...home, accountId: await given(ports).account() };
      const profile = recordOf(found.records, 'profile');
      if (profile === undefined) throw new Error('There is no profile.');
      const { accountId } = away;
      await ports.members.join({ ...found.member, accountId, version: 0 }, profile, stampAt());
      const edit = await profileEdit(ports, home, EVA);
      await ports.members.edit(edit, stampAt());
      const { person } = edit;
      if (person === undefined) throw new Error('Nobody is renamed.');
      return { away, person };
    };

    const saidIn = async ({ members }: Pick<Ports, 'members'>, ref: MemberRef) => {
      const found = await members.read(ref);
      return { member: found?.member, profile: found && recordOf(found.records, 'profile')?.data };
    };

    it('AP-161 D-35 is called so in their other accounts too, once', async () => {
      const { ports } = open();
      const { away, person } = await renamed(ports);
      await ports.members.rename(away, person, stampAt());
      await ports.members.rename(away, person, stampAt());
      const { member, profile } = await saidIn(ports, away);
      expect(member).toMatchObject({ firstName: 'Eva', lastName: 'Lind', version: 1 });
      expect(profile).toMatchObject(EVA);
      const { items } = await ports.members.list(away.accountId, { namePrefix: 'eva' }, { limit: 5 });
      expect(items).toEqual([member]);
    });

    it('AP-161 never goes back to what they were called before', async () => {
      const { ports } = open();
      const { away, person } = await renamed(ports);
      const former: PersonalData = { ...person, firstName: 'Ana' };
      await ports.members.rename(away, person, stampAt());
      await ports.members.rename(away, former, stampAt());
      expect((await saidIn(ports, away)).member).toMatchObject({ firstName: 'Eva', version: 1 });
    });

    it('AP-161 does nothing where they are not', async () => {
      const { ports } = open();
      const { away, person } = await renamed(ports);
      const nowhere = { ...away, accountId: newId('account') };
      await expect(ports.members.rename(nowhere, person, stampAt())).resolves.toBeUndefined();
      expect(await ports.members.read(nowhere)).toBeUndefined();
    });
  });
};
