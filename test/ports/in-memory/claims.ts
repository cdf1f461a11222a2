import {
  AlreadyMember,
  ExtensionTaken,
  type Fault,
  LoginIdTaken,
  UserExists,
} from '../../../core/domain/errors.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { type Database, keys } from './database.ts';

/** What one wants for oneself alone: email and login ID of all, the extension in the account. */
export interface Wanted {
  email?: string | undefined;
  loginId?: string | undefined;
  extension?: string | undefined;
}

/** What runs and members have claimed. */
export const claimsIn = (database: Database) => {
  const { emails, loginIds, extensions, places, members } = database;

  const holderOf = (accountId: string, { email, loginId, extension }: Wanted) => ({
    email: email === undefined ? undefined : emails.get(email),
    loginId: loginId === undefined ? undefined : loginIds.get(loginId),
    extension: extension === undefined ? undefined : extensions.get(keys.extension(accountId, extension)),
  });

  /** Throws when somebody has what is wanted; `self` does not count. */
  const refuseWanted = (accountId: string, wanted: Wanted, at: string, self: string | undefined): void => {
    const holders = holderOf(accountId, wanted);
    const isTaken = (name: keyof Wanted) => holders[name] !== undefined && holders[name] !== self;
    const detail = 'belongs to a user who exists already';
    const faults: readonly Fault[] = [
      ...(isTaken('email') ? [{ pointer: `${at}/profile/email`, detail }] : []),
      ...(isTaken('loginId') ? [{ pointer: `${at}/profile/loginId`, detail }] : []),
      ...(isTaken('extension') ? new ExtensionTaken(at).faults : []),
    ];
    if (isTaken('email')) throw new UserExists(faults);
    if (isTaken('loginId')) throw new LoginIdTaken(faults);
    if (isTaken('extension')) throw new ExtensionTaken(at);
  };

  const claimWanted = ({ accountId, userId }: MemberRef, { email, loginId, extension }: Wanted): void => {
    if (email !== undefined) emails.set(email, userId);
    if (loginId !== undefined) loginIds.set(loginId, userId);
    if (extension !== undefined) extensions.set(keys.extension(accountId, extension), userId);
  };

  const giveUpWanted = ({ accountId, userId }: MemberRef, wanted: Wanted): void => {
    const holders = holderOf(accountId, wanted);
    const { email = '', loginId = '', extension = '' } = wanted;
    if (holders.email === userId) emails.delete(email);
    if (holders.loginId === userId) loginIds.delete(loginId);
    if (holders.extension === userId) extensions.delete(keys.extension(accountId, extension));
  };

  /** Of an offer, the place in the account besides the extension; otherwise email and login ID. */
  const wantedBy = ({ isOffer }: OpenRun, { profile }: OpenRun['sections']): Wanted => ({
    ...(!isOffer && { email: profile.email, loginId: profile.loginId }),
    extension: profile.extension,
  });

  return {
    refuseWanted,
    claimWanted,
    giveUpWanted,

    /** Throws when somebody else has what a run is about to claim; `isNew` when it has claimed nothing yet. */
    refuseTaken(run: OpenRun, sections: OpenRun['sections'], at: string, isNew: boolean): void {
      const isThere = places.has(keys.member(run)) || members.has(keys.member(run));
      if (run.isOffer && isNew && isThere) throw new AlreadyMember();
      refuseWanted(run.accountId, wantedBy(run, sections), at, isNew ? undefined : run.userId);
    },

    claim(run: OpenRun, sections: OpenRun['sections']): void {
      if (run.isOffer) places.add(keys.member(run));
      claimWanted(run, wantedBy(run, sections));
    },

    giveUp(run: OpenRun): void {
      if (run.isOffer) places.delete(keys.member(run));
      giveUpWanted(run, wantedBy(run, run.sections));
    },
  };
};
