import type * as z from 'zod/mini';
import { ChangedMeanwhile, type Fault, InUse, InvalidRequest, NotFound, PolicyFull } from '../errors.ts';
import type { Authority } from './authority.ts';
import { refuseMoreThanHeld } from './delegation.ts';
import { namedBy } from './edit-roles.ts';
import type { Group, groupFields, Policy } from './policy.ts';

/** What an access-control group is to be. */
export type GroupFields = z.infer<z.ZodMiniObject<typeof groupFields>>;

interface GroupToChange {
  groupId: string;
  /** The version of the group that whoever changes it has seen. */
  ifMatch: number;
}

const MOST_GROUPS = 200;

const check = (authority: Authority, policy: Policy, { folders }: GroupFields): void => {
  const unknown = folders.flatMap((id, index): Fault[] =>
    policy.folders[id] ? [] : [{ pointer: `/folders/${index}`, detail: 'is no folder of this account' }],
  );
  if (unknown.length > 0) throw new InvalidRequest(unknown);
  refuseUnlessReachesAll(authority);
};

/** A group decides how far others see, so it is for those whose own sight nothing narrows. */
const refuseUnlessReachesAll = ({ rights }: Authority): void =>
  refuseMoreThanHeld(
    rights.reach === 'everything' && rights.work === 'everything'
      ? []
      : [{ pointer: '', detail: 'decides what others reach, and you do not reach everything yourself' }],
  );

const withGroup = (policy: Policy, group: Group): Policy => ({
  ...policy,
  version: group.version,
  groups: { ...policy.groups, [group.groupId]: group },
});

const groupToChange = (policy: Policy, groupId: string, ifMatch: number): Group => {
  const group = policy.groups[groupId];
  if (group === undefined) throw new NotFound();
  if (group.version !== ifMatch) throw new ChangedMeanwhile();
  return group;
};

/** The policy with one more group. Throws `InvalidRequest`, `MoreThanHeld`, `PolicyFull`. */
export const addGroup = (
  authority: Authority,
  policy: Policy,
  groupId: string,
  fields: GroupFields,
): Policy => {
  if (Object.keys(policy.groups).length >= MOST_GROUPS)
    throw new PolicyFull(`An account has at most ${MOST_GROUPS} access-control groups.`);
  check(authority, policy, fields);
  return withGroup(policy, { ...fields, groupId, version: policy.version + 1 });
};

/** The policy with a group replaced. Throws `NotFound`, `ChangedMeanwhile`, `InvalidRequest`, `MoreThanHeld`. */
export const changeGroup =
  (authority: Authority, { groupId, ifMatch }: GroupToChange, fields: GroupFields) =>
  (policy: Policy): Policy => {
    groupToChange(policy, groupId, ifMatch);
    check(authority, policy, fields);
    return withGroup(policy, { ...fields, groupId, version: policy.version + 1 });
  };

/** The policy without a group. Throws `NotFound`, `ChangedMeanwhile`, `InUse`, `MoreThanHeld`. */
export const removeGroup =
  (authority: Authority, { groupId, ifMatch }: GroupToChange) =>
  (policy: Policy): Policy => {
    groupToChange(policy, groupId, ifMatch);
    refuseUnlessReachesAll(authority);
    const by = namedBy(policy, groupId);
    if (by.length > 0) throw new InUse('access-control group', by);
    const { [groupId]: _, ...groups } = policy.groups;
    return { ...policy, version: policy.version + 1, groups };
  };
