import type { Authority } from '../domain/authorization/authority.ts';
import { isBuiltIn } from '../domain/authorization/role-ref.ts';
import { AlreadyMember, type Fault, InvalidRequest, NotFound } from '../domain/errors.ts';
import { ROOT_FOLDER } from '../domain/ids.ts';
import type { User } from '../domain/member.ts';
import type { Run } from '../domain/run.ts';
import { recordOf } from '../domain/section-record.ts';
import type { Sections } from '../domain/sections/index.ts';
import type { Permissions } from '../domain/sections/permissions.ts';
import { findUser, knowPerson } from './know-person.ts';
import type { Idempotency, MemberRef, Ports, Stamp } from './ports.ts';
import { refuseOnboarding } from './refuse-onboarding.ts';
import { startExecution } from './start-execution.ts';
import { acceptOnboarding, type OnboardingNeeds } from './start-onboarding.ts';

type Needs = OnboardingNeeds & Pick<Ports, 'replays'>;

export interface AccountsOffer {
  email: string;
  /** Gives the built-in role that the user has there (D-33). */
  sameRoleAs?: string | undefined;
  accounts: readonly {
    accountId: string;
    folderId?: string | undefined;
    licenses: Sections['licenses'];
    permissions?: Permissions | undefined;
  }[];
}

const fault = (pointer: string, detail: string): InvalidRequest => new InvalidRequest([{ pointer, detail }]);

/** The role by hand that the user has in another account that the caller may know of. */
const roleThere =
  (ports: Needs) =>
  async (accountId: string, { email, sameRoleAs }: AccountsOffer): Promise<Permissions | undefined> => {
    if (sameRoleAs === undefined) return undefined;
    const person = await knowPerson(ports)(accountId, email);
    const there = person?.memberships.find((membership) => membership.accountId === sameRoleAs);
    if (person === undefined || there === undefined)
      throw fault('/sameRoleAs', 'is no account in which you may know what role the user has');
    const left = await ports.members.read({ accountId: sameRoleAs, userId: person.userId });
    const role = left && recordOf(left.records, 'permissions')?.data?.role;
    if (role !== undefined && !isBuiltIn(role))
      throw fault('/sameRoleAs', 'has a role of its own for the user, which other accounts do not know');
    return { grants: [], groups: [], ...(role && { role }) };
  };

const sectionsFor = (
  user: User,
  { folderId = ROOT_FOLDER, licenses }: AccountsOffer['accounts'][number],
  permissions: Permissions,
  location: string,
): Sections => {
  const { email, loginId, firstName, lastName, language } = user;
  const profile = { email, loginId, firstName, lastName, language, location, folderId, sendInvitation: true };
  return { profile, licenses, permissions };
};

/** The faults of one account, with its place in the request. */
const inAccount = ({ faults }: InvalidRequest, index: number): readonly Fault[] =>
  faults.map(({ pointer, detail }) => ({
    pointer: `/accounts/${index}${pointer.replace('/profile/folderId', '/folderId')}`,
    detail,
  }));

/** One request makes a run in each account, so each has a key of its own. */
const keyIn = (accountId: string, idempotency: Idempotency | undefined): Idempotency | undefined =>
  idempotency && { ...idempotency, key: `${idempotency.key}#${accountId}` };

/** Whoever is in the account already is not offered access to it, unless it is this request that has done so. */
const refuseMember =
  ({ members, replays }: Pick<Ports, 'members' | 'replays'>) =>
  async (ref: MemberRef, idempotency: Idempotency | undefined): Promise<void> => {
    if ((await members.read(ref)) === undefined) return;
    if (idempotency === undefined || (await replays.find(idempotency)) === undefined)
      throw new AlreadyMember();
  };

/**
 * Offers access to more accounts of an agency to a user who is in one of them (D-33, D-34): to any other account their
 * profile is none of its business. Each account is checked, with the authority that whoever asks has in it, before any
 * run is begun; a repeat under the same Idempotency-Key begins none again. Throws `NotFound`, `InvalidRequest`,
 * `NotInFolder`, `MoreThanHeld`, `AlreadyMember`, `IdempotencyKeyReused`, `ChangedMeanwhile`, and what `authorityIn`
 * throws.
 */
export const offerAccounts =
  (ports: Needs, authorityIn: (accountId: string) => Promise<Authority>) =>
  async (
    accountId: string,
    offer: AccountsOffer,
    stamp: Stamp,
    idempotency?: Idempotency,
  ): Promise<readonly Run[]> => {
    const user = await findUser(ports)(offer.email);
    if (user?.acceptedAt === undefined || (await knowPerson(ports)(accountId, offer.email)) === undefined)
      throw fault('/email', 'belongs to nobody in this account or its agency who has signed in yet');
    const home = await ports.members.read({ accountId: user.owningAccountId, userId: user.userId });
    if (home === undefined) throw new NotFound();
    const same = await roleThere(ports)(accountId, offer);
    const checked: { accountId: string; sections: Sections }[] = [];
    const faults: Fault[] = [];
    for (const [index, asked] of offer.accounts.entries()) {
      const permissions = asked.permissions ?? same;
      if (permissions === undefined)
        throw fault(`/accounts/${index}/permissions`, 'is required, or name the account whose role is meant');
      const sections = sectionsFor(user, asked, permissions, home.member.location);
      try {
        const authority = await authorityIn(asked.accountId);
        if ((await knowPerson(ports)(asked.accountId, offer.email)) === undefined)
          throw fault('/accountId', 'is in another agency than the user');
        await refuseOnboarding(ports)(authority, sections, '');
        const ref = { accountId: asked.accountId, userId: user.userId };
        await refuseMember(ports)(ref, keyIn(asked.accountId, idempotency));
      } catch (error) {
        if (!(error instanceof InvalidRequest)) throw error;
        faults.push(...inAccount(error, index));
      }
      checked.push({ accountId: asked.accountId, sections });
    }
    if (faults.length > 0) throw new InvalidRequest(faults);
    const runs: Run[] = [];
    for (const { accountId: to, sections } of checked) {
      const key = keyIn(to, idempotency);
      const { run, isReplay } = await acceptOnboarding(ports)(to, sections, stamp, key, {
        userId: user.userId,
        isOffer: true,
      });
      if (!isReplay) await startExecution(ports)(run);
      runs.push(run);
    }
    return runs;
  };
