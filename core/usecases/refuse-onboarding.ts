import { assignmentFaults } from '../domain/authorization/assignment.ts';
import { type Authority, requireInFolder, requireInSight } from '../domain/authorization/authority.ts';
import { handoverFaults, refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { rightsOf } from '../domain/authorization/rights.ts';
import { type Fault, InvalidRequest } from '../domain/errors.ts';
import type { Sections } from '../domain/sections/index.ts';
import { assignmentsOf } from '../domain/sections/work.ts';
import { accessListFaults } from './access-list-faults.ts';
import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'accounts' | 'subjects' | 'accessLists'>;
type Asked = Pick<Sections, 'permissions' | 'employee' | 'work'> & {
  profile: Pick<Sections['profile'], 'folderId'>;
};

/** The faults of work that is out of reach of whoever assigns it. */
const workFaults = ({ rights }: Authority, { work }: Asked, at: string): readonly Fault[] => {
  const { work: reach } = rights;
  if (work === undefined || reach === 'everything') return [];
  const beyond = assignmentsOf(work).filter(({ key }) => !reach.has(key));
  return beyond.length === 0
    ? []
    : [
        {
          pointer: `${at}/work`,
          detail: `assigns work beyond your reach: ${beyond.map(({ key }) => key).join(', ')}`,
        },
      ];
};

/** Whom the new member reports to is of the account too. */
const managerFaults = async (
  { subjects }: Needs,
  { accountId }: Authority,
  { employee }: Asked,
  at: string,
): Promise<readonly Fault[]> => {
  const manager = employee?.managerUserId;
  if (manager === undefined) return [];
  const [stranger] = await subjects.strangers(accountId, [manager]);
  return stranger === undefined
    ? []
    : [{ pointer: `${at}/employee/managerUserId`, detail: 'is no member of this account' }];
};

/**
 * Whoever adds somebody, or lets their run go on, may put users into the folder (C-57), and holds all that the new
 * member gets. Throws `InvalidRequest`, `NotInFolder`, `MoreThanHeld`.
 */
export const refuseOnboarding =
  (ports: Needs) =>
  async (authority: Authority, asked: Asked, at: string): Promise<void> => {
    const { folderId } = asked.profile;
    const { policy } = authority;
    const account = await ports.accounts.read(authority.accountId);
    const given = { folderId, byHand: asked.permissions };
    const place = { policy, isSubaccount: account?.parentAccountId !== undefined };
    const invalid = [
      ...assignmentFaults(place, given, `${at}/permissions`, `${at}/profile/folderId`),
      ...(await managerFaults(ports, authority, asked, at)),
    ];
    if (invalid.length > 0) throw new InvalidRequest(invalid);
    requireInSight(authority, folderId, `${at}/profile/folderId`);
    requireInFolder(authority, folderId, 'read', 'write', 'store');
    const rights = rightsOf(policy, { userId: '', ...given });
    const nobody = new Set(['']);
    refuseMoreThanHeld([
      ...handoverFaults(authority, undefined, rights, `${at}/permissions`),
      ...(await accessListFaults(ports)(authority, nobody, rights.subjects, `${at}/permissions`)),
      ...workFaults(authority, asked, at),
    ]);
  };
