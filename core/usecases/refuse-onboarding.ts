import { assignmentFaults } from '../domain/authorization/assignment.ts';
import { type Authority, requireInFolder, requireInSight } from '../domain/authorization/authority.ts';
import { handoverFaults, refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { rightsOf } from '../domain/authorization/rights.ts';
import { InvalidRequest } from '../domain/errors.ts';
import type { Sections } from '../domain/sections/index.ts';
import { accessListFaults } from './access-list-faults.ts';
import type { Ports } from './ports.ts';
import { type NamingSections, sectionFaults, workFaults } from './section-faults.ts';

type Needs = Pick<Ports, 'accounts' | 'subjects' | 'accessLists' | 'assets' | 'files'>;
type Asked = Pick<Sections, 'permissions'> &
  Omit<NamingSections, 'profile'> & { profile: Pick<Sections['profile'], 'folderId' | 'phone'> };

/**
 * Whoever adds somebody, or lets their run go on, may put users into the folder (C-57), and holds all that the new
 * member gets. What is uploaded is theirs, or known from the request as it was before. Throws `InvalidRequest`, `NotInFolder`, `MoreThanHeld`.
 */
export const refuseOnboarding =
  (ports: Needs) =>
  async (
    authority: Authority,
    asked: Asked,
    at: string,
    knownFiles: readonly string[] = [],
  ): Promise<void> => {
    const { folderId } = asked.profile;
    const { policy } = authority;
    const account = await ports.accounts.read(authority.accountId);
    const given = { folderId, byHand: asked.permissions };
    const place = { policy, isSubaccount: account?.parentAccountId !== undefined };
    const wanted = { before: {}, after: asked, knownFiles };
    const invalid = [
      ...assignmentFaults(place, given, `${at}/permissions`, `${at}/profile/folderId`),
      ...(await sectionFaults(ports)(authority, wanted, at)),
    ];
    if (invalid.length > 0) throw new InvalidRequest(invalid);
    requireInSight(authority, folderId, `${at}/profile/folderId`);
    requireInFolder(authority, folderId, 'read', 'write', 'store');
    const rights = rightsOf(policy, { userId: '', ...given });
    const nobody = new Set(['']);
    refuseMoreThanHeld([
      ...handoverFaults(authority, undefined, rights, `${at}/permissions`),
      ...(await accessListFaults(ports)(authority, nobody, rights.subjects, `${at}/permissions`)),
      ...workFaults(authority, wanted, at),
    ]);
  };
