import { AlreadyMember, type Fault, LoginIdTaken, UserExists } from '../../../core/domain/errors.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { type Database, keys } from './database.ts';

/** The claims that runs make: of an offer, the place in the account; otherwise email and login ID. */
export const claimsIn = ({ emails, loginIds, places, members }: Database) => ({
  /** Throws when somebody else has what a run is about to claim; `isNew` when it has claimed nothing yet. */
  refuseTaken(run: OpenRun, { profile }: OpenRun['sections'], at: string, isNew: boolean): void {
    if (run.isOffer) {
      const isTaken = places.has(keys.member(run)) || members.has(keys.member(run));
      if (isNew && isTaken) throw new AlreadyMember();
      return;
    }
    const isTaken = (holder: string | undefined) => holder !== undefined && (isNew || holder !== run.userId);
    const fault = (name: string): Fault => ({
      pointer: `${at}/profile/${name}`,
      detail: 'belongs to a user who exists already',
    });
    const email = isTaken(emails.get(profile.email)) ? [fault('email')] : [];
    const loginId = isTaken(loginIds.get(profile.loginId)) ? [fault('loginId')] : [];
    if (email.length > 0) throw new UserExists([...email, ...loginId]);
    if (loginId.length > 0) throw new LoginIdTaken(loginId);
  },

  claim(run: OpenRun, { profile }: OpenRun['sections']): void {
    if (run.isOffer) places.add(keys.member(run));
    else {
      emails.set(profile.email, run.userId);
      loginIds.set(profile.loginId, run.userId);
    }
  },

  giveUp(run: OpenRun): void {
    const { email, loginId } = run.sections.profile;
    if (run.isOffer) places.delete(keys.member(run));
    else {
      if (emails.get(email) === run.userId) emails.delete(email);
      if (loginIds.get(loginId) === run.userId) loginIds.delete(loginId);
    }
  },
});
