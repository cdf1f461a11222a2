import { describe, expect, it } from 'vitest';
import { Busy, IdentityRefused } from '../../../core/domain/errors.ts';
import type { User } from '../../../core/domain/member.ts';
import { recordOf } from '../../../core/domain/section-record.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { acceptOffer } from '../../../core/usecases/answer-offer.ts';
import { followPerson, followPersonAtOnce } from '../../../core/usecases/follow-person.ts';
import type { Identity, Ports } from '../../../core/usecases/ports.ts';
import { stampAt } from '../../ports/samples.ts';
import { openCompany } from './company.ts';
import { openAgency } from './offer-agency.ts';

const NEW = { firstName: 'Zoë', lastName: 'Ruiz-Díaz', language: 'es' };

/** Somebody at work, whose own head changes as by an edit, and what their sign-in knows of them. */
const person = async () => {
  const { ports, database, hire, accountId } = await openCompany();
  const { userId } = await hire();
  const change = (more: Partial<User>) => {
    const user = database.users.get(userId);
    if (user === undefined) throw new Error('There is no such user.');
    database.users.set(userId, { ...user, ...more });
  };
  const signIn = () => database.signIns.get(userId);
  return { ports, database, hire, userId, accountId, change, signIn };
};

/** The ports, with something before each time that the sign-in is brought up to date. */
const beforeUpdating = (
  ports: Ports,
  act: (user: Parameters<Identity['updateUser']>[0]) => unknown,
): Ports => ({
  ...ports,
  identity: {
    ...ports.identity,
    updateUser: async (user) => {
      await act(user);
      return ports.identity.updateUser(user);
    },
  },
});

describe('C-49 D-35 what is copied of a person', () => {
  it('follows them into the sign-in, the login ID only once they have accepted', async () => {
    const { ports, userId, change, signIn } = await person();
    change({ ...NEW, email: 'zoe@example.com', loginId: 'zoe' });
    await followPerson(ports)(userId, stampAt());
    expect(signIn()).toMatchObject({ email: 'zoe@example.com', language: 'es', firstName: 'Zoë' });
    expect(signIn()?.loginId).toBeUndefined();
    await acceptInvitation(ports)(userId, stampAt());
    change({ loginId: 'zoe.ruiz' });
    await followPerson(ports)(userId, stampAt());
    expect(signIn()?.loginId).toBe('zoe.ruiz');
  });

  it('follows them into every other account, once', async () => {
    const { ports, database, ana, home, ref, offered } = await openAgency();
    await offered();
    await acceptOffer(ports)(ref, stampAt());
    const user = await ports.users.read(ana.userId);
    if (user === undefined) throw new Error('There is no such user.');
    database.users.set(ana.userId, { ...user, ...NEW });
    const found = async (accountId: string) => {
      const { member, records } = (await ports.members.read({ accountId, userId: ana.userId })) ?? {};
      return { member, profile: recordOf(records ?? [], 'profile')?.data };
    };
    const first = await found(ref.accountId);
    await followPerson(ports)(ana.userId, stampAt());
    for (const accountId of [home.accountId, ref.accountId]) {
      const { member, profile } = await found(accountId);
      expect(member).toMatchObject({ firstName: 'Zoë', lastName: 'Ruiz-Díaz' });
      expect(profile).toMatchObject(NEW);
    }
    // What is the account’s own stays, and a repeat changes nothing.
    const second = await found(ref.accountId);
    expect(second.member?.version).toBe((first.member?.version ?? 0) + 1);
    expect(second.profile?.location).toBe(first.profile?.location);
    await followPerson(ports)(ana.userId, stampAt());
    expect(await found(ref.accountId)).toEqual(second);
  });

  it('is never what it was before, whoever of two comes last', async () => {
    const { ports, userId, change, signIn } = await person();
    change({ email: 'one@example.com' });
    let held = false;
    const slow = beforeUpdating(ports, async ({ email }) => {
      if (email !== 'one@example.com' || held) return;
      held = true;
      // While this one waits, the person changes again, and another brings that up to date.
      change({ email: 'two@example.com' });
      await followPerson(ports)(userId, stampAt());
      expect(signIn()?.email).toBe('two@example.com');
    });
    await followPerson(slow)(userId, stampAt());
    expect(held).toBe(true);
    expect(signIn()?.email).toBe('two@example.com');
  });

  it('is left to their next change when they change faster than that', async () => {
    const { ports, userId, change } = await person();
    let count = 0;
    const restless = beforeUpdating(ports, () => {
      count += 1;
      change({ firstName: `Zoë ${count}` });
    });
    await expect(followPerson(restless)(userId, stampAt())).rejects.toThrow(Busy);
    expect(count).toBe(5);
  });

  it('is nothing of who is gone', async () => {
    const { ports, database, userId, signIn } = await person();
    database.users.delete(userId);
    await ports.identity.removeUser(userId);
    await followPerson(ports)(userId, stampAt());
    expect(signIn()).toBeUndefined();
  });
});

describe('a sign-in that cannot follow', () => {
  it('C-49 waits for whoever has the email still, and is left to the feed by who has just changed it', async () => {
    const { ports, userId, accountId, hire, change, signIn, database } = await person();
    const other = await hire();
    const email = other.sections.profile.email;
    change({ email });
    await expect(followPerson(ports)(userId, stampAt())).rejects.toThrow(Busy);
    const lines: unknown[] = [];
    const logged = { ...ports, log: (...line: unknown[]) => void lines.push(line) };
    await followPersonAtOnce(logged)(userId, stampAt());
    const left = { userId, requestId: 'req-1', reason: 'busy' };
    expect(lines).toEqual([['PERSON_LEFT_TO_FEED', left]]);
    expect(JSON.stringify(lines)).not.toContain('@');
    // The other is followed as well, then it is free.
    const found = database.users.get(other.userId);
    if (found === undefined) throw new Error('There is no such user.');
    database.users.set(other.userId, { ...found, email: 'moved@example.com' });
    await followPerson(ports)(other.userId, stampAt());
    await followPerson(ports)(userId, stampAt());
    expect(signIn()?.email).toBe(email);
    expect(await ports.members.read({ accountId, userId })).toMatchObject({ member: { email } });
  });

  it('keeps nobody else waiting when the address itself is refused: memberships follow all the same', async () => {
    const { ports, userId, accountId, change } = await person();
    change(NEW);
    const lines: unknown[] = [];
    const refusing = {
      ...beforeUpdating(ports, () => {
        throw new IdentityRefused();
      }),
      log: (...line: unknown[]) => void lines.push(line),
    };
    await followPerson(refusing)(userId, stampAt());
    expect(lines).toEqual([['SIGN_IN_REFUSED', { userId, requestId: 'req-1' }]]);
    expect(await ports.members.read({ accountId, userId })).toMatchObject({ member: { firstName: 'Zoë' } });
  });
});

it('C-49 a login ID that changes while its invitation is accepted is the one that works', async () => {
  const { ports, userId, change, signIn } = await person();
  const meanwhile = {
    ...ports,
    identity: {
      ...ports.identity,
      setLoginId: async (id: string, loginId: string) => {
        await ports.identity.setLoginId(id, loginId);
        change({ loginId: 'zoe' });
      },
    },
  };
  await acceptInvitation(meanwhile)(userId, stampAt());
  expect(signIn()?.loginId).toBe('zoe');
});
