import { assignmentFaults } from '../domain/authorization/assignment.ts';
import { type Authority, requireInFolder, requireInSight } from '../domain/authorization/authority.ts';
import { handoverFaults, refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { rightsOf } from '../domain/authorization/rights.ts';
import { InvalidRequest } from '../domain/errors.ts';
import type { Sections } from '../domain/sections/index.ts';
import { accessListFaults } from './access-list-faults.ts';
import type { Ports } from './ports.ts';
import { type NamingSections, sectionFaults } from './section-faults.ts';
import { workFaults } from './work-faults.ts';

type Needs = Pick<Ports, 'accounts' | 'subjects' | 'accessLists' | 'assets' | 'files'>;
type Asked = Pick<Sections, 'permissions'> &
  Omit<NamingSections, 'profile'> & { profile: Pick<Sections['profile'], 'folderId' | 'phone'> };

/** What a run that goes on has been through already. */
export interface Known {
  /** The sections whose steps are done: what they name may be archived since, and cannot be corrected any more. */
  done: NamingSections;
  /** The files of the request as it was, whoever uploaded them. */
  files: readonly string[];
}

/**
 * Whoever adds somebody, or lets their run go on, may put users into the folder (C-57), and holds all that the new
 * member gets, steps that are done included. What is known already is not looked at again. Throws `InvalidRequest`,
 * `NotInFolder`, `MoreThanHeld`.
 */
export const refuseOnboarding =
  (ports: Needs) =>
  async (
    authority: Authority,
    asked: Asked,
    at: string,
    known: Known = { done: {}, files: [] },
  ): Promise<void> => {
    const { folderId } = asked.profile;
    const { policy } = authority;
    const account = await ports.accounts.read(authority.accountId);
    const given = { folderId, byHand: asked.permissions };
    const place = { policy, isSubaccount: account?.parentAccountId !== undefined };
    const wanted = { before: known.done, after: asked, knownFiles: known.files };
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
      ...(await workFaults(ports)(authority, { before: {}, after: asked }, at)),
    ]);
  };
