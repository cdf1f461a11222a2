import { seesAsset } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import type { Fault } from '../domain/errors.ts';
import { phoneFaults } from '../domain/phone-number.ts';
import {
  fileReferences,
  isIn,
  type Reference,
  settingsReferences,
  workReferences,
} from '../domain/references.ts';
import { recordOf, type SectionRecord } from '../domain/section-record.ts';
import type { Sections } from '../domain/sections/index.ts';
import type { Ports } from './ports.ts';
import { referenceFaults } from './reference-faults.ts';

type Needs = Pick<Ports, 'subjects' | 'assets' | 'files'>;

/** The sections that name something outside themselves. */
export type NamingSections = Partial<Pick<Sections, 'employee' | 'messaging' | 'dialing' | 'work'>> & {
  profile?: Pick<Sections['profile'], 'phone'>;
};

/** Those of them that a member has. */
export const namingSections = (records: readonly SectionRecord[]): NamingSections => {
  const profile = recordOf(records, 'profile')?.data;
  const employee = recordOf(records, 'employee')?.data;
  const messaging = recordOf(records, 'messaging')?.data;
  const dialing = recordOf(records, 'dialing')?.data;
  const work = recordOf(records, 'work')?.data;
  return {
    ...(profile && { profile }),
    ...(employee && { employee }),
    ...(messaging && { messaging }),
    ...(dialing && { dialing }),
    ...(work && { work }),
  };
};

/** Sections that somebody wants a member to have. */
export interface Wanted {
  /** Absent while there is no member yet. */
  userId?: string;
  /** What the member has already: it is not looked at again. */
  before: NamingSections;
  after: NamingSections;
  /** Files that have been asked about before, when somebody else wanted the same. */
  knownFiles?: readonly string[];
}

/** Whoever is assigned to work out of sight is told by `work-faults.ts`. */
const namedNewly = (authority: Authority, { before, after }: Wanted): readonly Reference[] => [
  ...settingsReferences(after).filter((ref) => !isIn(settingsReferences(before))(ref)),
  ...workReferences(after).filter((ref) => !isIn(workReferences(before))(ref) && seesAsset(authority, ref)),
];

/** What is named newly was uploaded by whoever names it, has been found good, and is nobody else's. */
const fileFaults = async (
  { files }: Pick<Ports, 'files'>,
  authority: Authority,
  { userId, before, after, knownFiles = [] }: Wanted,
  at: string,
): Promise<readonly Fault[]> => {
  const known = new Set([...knownFiles, ...fileReferences(before).map(({ fileId }) => fileId)]);
  const named = fileReferences(after).filter(({ fileId }) => !known.has(fileId));
  if (named.length === 0) return [];
  const found = await files.readMany(
    authority.accountId,
    named.map(({ fileId }) => fileId),
  );
  return named.flatMap(({ fileId, purpose, pointer }): Fault[] => {
    const file = found.find((one) => one.fileId === fileId);
    const detail =
      file === undefined || file.uploadedBy !== authority.userId
        ? `is no ${purpose} that you have uploaded`
        : file.state !== 'accepted'
          ? 'has not been uploaded and accepted yet'
          : file.purpose !== purpose
            ? `is a ${file.purpose}, not a ${purpose}`
            : file.usedBy !== undefined && file.usedBy !== userId
              ? 'belongs to somebody else: upload another'
              : undefined;
    return detail === undefined ? [] : [{ pointer: `${at}${pointer}`, detail }];
  });
};

/** Whom a member reports to is another member of the account. */
const managerFaults = async (
  { subjects }: Pick<Ports, 'subjects'>,
  { accountId }: Authority,
  { userId, before, after }: Wanted,
  at: string,
): Promise<readonly Fault[]> => {
  const manager = after.employee?.managerUserId;
  if (manager === undefined || manager === before.employee?.managerUserId) return [];
  const fault = (detail: string) => [{ pointer: `${at}/employee/managerUserId`, detail }];
  if (manager === userId) return fault('cannot be the user themselves');
  const [stranger] = await subjects.strangers(accountId, [manager]);
  return stranger === undefined ? [] : fault('is no member of this account');
};

/**
 * The faults of sections that their schemas cannot see: the same for an onboarding request and for an edit. `at` is where
 * the sections stand in the request.
 */
export const sectionFaults =
  (ports: Needs) =>
  async (authority: Authority, wanted: Wanted, at: string): Promise<readonly Fault[]> => {
    const faults = await Promise.all([
      managerFaults(ports, authority, wanted, at),
      referenceFaults(ports)(authority, namedNewly(authority, wanted), at),
      fileFaults(ports, authority, wanted, at),
    ]);
    return [...phoneFaults(wanted.after, at, wanted.before), ...faults.flat()];
  };
