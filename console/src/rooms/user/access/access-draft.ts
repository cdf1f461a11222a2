import type { Access, AccessChange } from '../../../api/member-access.ts';
import type { Member } from '../../../api/members.ts';
import { isSame } from '../../../form/values.ts';

/** What is given to a member by hand, all of it; null where nothing is. */
export type AccessDraft = { readonly [Name in keyof AccessChange]-?: Exclude<AccessChange[Name], undefined> };

/** What the fields of a draft are given; faults are found by pointers into the change. */
export interface AccessFieldsProps {
  readonly draft: AccessDraft;
  readonly onChange: (part: Partial<AccessDraft>) => void;
  readonly faultAt: (pointer: string) => string | undefined;
}

/** As it is now. */
export const draftOf = (member: Member, access: Access): AccessDraft => {
  const byHand = member.sections.permissions;
  return {
    folderId: member.folderId,
    role: byHand?.role ?? null,
    dataViewLevel: byHand?.dataViewLevel ?? null,
    sitePermissionLevel: byHand?.sitePermissionLevel ?? null,
    grants: byHand?.grants ?? [],
    pages: byHand?.pages ?? null,
    groups: byHand?.groups ?? [],
    affiliateProfile: byHand?.affiliateProfile ?? null,
    allowedNetworks: access.allowedNetworks ?? null,
    agencyRole: access.agency?.role ?? null,
  };
};

/** What of a draft differs from what was there: the rest is left as it is, whoever changes it meanwhile. */
export const changeIn = (before: AccessDraft, after: AccessDraft): AccessChange => {
  const names = Object.entries(after).flatMap(([name, value]) => {
    const was = Object.entries(before).find(([other]) => other === name)?.[1];
    return isSame(was, value) ? [] : [[name, value] as const];
  });
  return Object.fromEntries(names);
};

/** What both have changed: oneself, and somebody else meanwhile. */
export const conflictsIn = (
  before: AccessDraft,
  now: AccessDraft,
  change: AccessChange,
): readonly (keyof AccessDraft)[] => {
  const theirs = changeIn(before, now);
  return ACCESS_FIELDS.filter((name) => Object.hasOwn(change, name) && Object.hasOwn(theirs, name));
};

const ACCESS_FIELDS = [
  'folderId',
  'role',
  'dataViewLevel',
  'sitePermissionLevel',
  'grants',
  'pages',
  'groups',
  'affiliateProfile',
  'allowedNetworks',
  'agencyRole',
] as const satisfies readonly (keyof AccessDraft)[];

type Permission = AccessDraft['grants'][number];
type Page = NonNullable<AccessDraft['pages']>[number];

/** What the catalogue names is one: the same contract says both. */
const isPermission = (key: string): key is Permission => key !== '';
const isPage = (key: string): key is Page => key !== '';

export const permissionsAmong = (keys: readonly string[]): Permission[] => keys.filter(isPermission);
export const pagesAmong = (keys: readonly string[]): Page[] => keys.filter(isPage);
