import { Busy, IdentityRefused } from '../domain/errors.ts';
import { PERSONAL_FIELDS, type User } from '../domain/member.ts';
import type { PersonalData, Ports, Stamp } from './ports.ts';
import { tryAtOnce } from './try-at-once.ts';

type Needs = Pick<Ports, 'users' | 'members' | 'identity' | 'log'>;

/** Somebody who is changed faster than they can be followed is left to their next change. */
const ROUNDS = 5;

const personalData = ({ firstName, lastName, email, loginId, language }: User): PersonalData => ({
  firstName,
  lastName,
  email,
  loginId,
  language,
});

const isSame = (one: PersonalData, other: PersonalData): boolean =>
  PERSONAL_FIELDS.every((field) => one[field] === other[field]);

/** Nothing that follows from a person has changed between the two. */
const hasStayed = (before: User, after: User): boolean =>
  isSame(before, after) &&
  (before.acceptedAt === undefined) === (after.acceptedAt === undefined) &&
  after.accountIds.every((accountId) => before.accountIds.includes(accountId));

/**
 * Brings what is copied of a person up to date: in the sign-in service, and in every membership. It goes by what is true
 * now, and looks again when it is done, so of several who follow the same person at once none leaves behind what was true
 * before; a repeat does nothing. Throws `Busy`.
 */
export const followPerson =
  (ports: Needs) =>
  async (userId: string, stamp: Stamp): Promise<void> => {
    let user = await ports.users.read(userId);
    for (let round = 0; round < ROUNDS && user !== undefined; round += 1) {
      await bringUpToDate(ports)(user, stamp);
      const now = await ports.users.read(userId);
      if (now === undefined || hasStayed(user, now)) return;
      user = now;
    }
    // Somebody who is gone has no sign-in and no memberships either.
    if (user !== undefined) throw new Busy();
  };

/** The same, for who has just changed the person; the change feed tries again what fails. */
export const followPersonAtOnce =
  (ports: Needs) =>
  (userId: string, stamp: Stamp): Promise<void> =>
    tryAtOnce(ports)('PERSON_LEFT_TO_FEED', userId, stamp, () => followPerson(ports)(userId, stamp));

const bringUpToDate =
  ({ members, identity, log }: Needs) =>
  async (user: User, stamp: Stamp): Promise<void> => {
    const { userId, email, language, firstName, loginId, acceptedAt } = user;
    try {
      await identity.updateUser({
        userId,
        email,
        language,
        firstName,
        // The sign-in takes it from people alone who have chosen a password.
        loginId: acceptedAt === undefined ? undefined : loginId,
      });
    } catch (error) {
      // It would refuse it again, and others wait behind: they sign in as before until it is corrected.
      if (!(error instanceof IdentityRefused)) throw error;
      log('SIGN_IN_REFUSED', { userId, requestId: stamp.requestId });
    }
    const person = personalData(user);
    for (const accountId of user.accountIds) await members.rename({ accountId, userId }, person, stamp);
  };
