import { type Authority, holds, mayInFolder } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { type Fault, Forbidden, NotOwner } from '../domain/errors.ts';
import { keysOf } from '../domain/keys-of.ts';
import { EDITABLE } from '../domain/member-patch.ts';
import { OWNER_FIELDS, SELF_FIELDS, SELF_FIELDS_BY_PERMISSION, SIGN_IN_FIELDS } from '../domain/self-edit.ts';
import type { Ports } from './ports.ts';
import { securityFaults, type Target } from './read-target.ts';

export const among = (changed: readonly string[], fields: readonly string[]): readonly string[] =>
  changed.filter((pointer) => fields.includes(pointer));

const faultsAt = (at: string, pointers: readonly string[], detail: string): readonly Fault[] =>
  pointers.map((pointer) => ({ pointer: at + pointer, detail }));

/** Whether whoever asks may change the profile of others here, and so all of their own. */
export const manages = (authority: Authority, { given }: Target): boolean =>
  holds(authority, 'edit-users') && mayInFolder(authority, given.folderId, 'write');

/** Of their own profile members change what is theirs, and what a permission gives them (C-43, C-60). */
export const ownFaults = (authority: Authority, changed: readonly string[], at: string): readonly Fault[] =>
  changed
    .filter((pointer) => !SELF_FIELDS.some((field) => field === pointer))
    .flatMap((pointer) => {
      const permission = SELF_FIELDS_BY_PERMISSION[pointer];
      if (permission !== undefined && holds(authority, permission)) return [];
      const detail =
        permission === undefined
          ? 'is for who manages you to change'
          : `is yours to change with the permission ${permission}`;
      return faultsAt(at, [pointer], detail);
    });

/** What belongs to the person (D-35): the account that created the user changes it, and the language they themselves too. */
export const refuseOthers = async (
  { accounts }: Pick<Ports, 'accounts'>,
  { accountId, userId }: Authority,
  { user }: Target,
  changed: readonly string[],
  at: string,
): Promise<void> => {
  const isSelf = user.userId === userId;
  const owned = among(changed, OWNER_FIELDS).filter(
    (pointer) => !(isSelf && pointer === '/profile/language'),
  );
  if (owned.length > 0 && user.owningAccountId !== accountId) {
    const owner = await accounts.read(user.owningAccountId);
    const name = owner?.name ?? 'the account that created the user';
    throw new NotOwner(name, faultsAt(at, owned, `is changed by ${name} alone`));
  }
  const shared = user.accountIds.length > 1 ? among(changed, SIGN_IN_FIELDS) : [];
  if (shared.length > 0)
    throw new NotOwner(
      'the user themselves',
      faultsAt(at, shared, 'is how the person signs in to other accounts too, so it stays as it is'),
    );
};

/** Whoever changes by what somebody signs in could become them: that is for who holds all that they hold (C-33, C-38). */
export const refuseTakeover = (authority: Authority, target: Target, changed: readonly string[]): void => {
  if (among(changed, SIGN_IN_FIELDS).length === 0) return;
  if (!holds(authority, 'modify-security')) throw new Forbidden(['modify-security']);
  refuseMoreThanHeld(securityFaults(authority, target));
};

const ALL_FIELDS = keysOf(EDITABLE).flatMap((section) =>
  Object.keys(EDITABLE[section].shape).map((field) => `/${section}/${field}`),
);

/** The fields of a member that whoever asks may change, as pointers into the sections: what a form offers. */
export const mayChange = (authority: Authority, target: Target): readonly string[] => {
  const { user, given } = target;
  const isOwner = user.owningAccountId === authority.accountId;
  const isSelf = user.userId === authority.userId;
  const signsInHereAlone = user.accountIds.length === 1;
  const isSecure = holds(authority, 'modify-security') && securityFaults(authority, target).length === 0;
  const isAmong = (fields: readonly string[], pointer: string): boolean => fields.includes(pointer);
  const mine = manages(authority, target)
    ? ALL_FIELDS
    : given.userId === authority.userId
      ? ALL_FIELDS.filter((pointer) => ownFaults(authority, [pointer], '').length === 0)
      : [];
  return mine
    .filter(
      (pointer) => isOwner || !isAmong(OWNER_FIELDS, pointer) || (isSelf && pointer === '/profile/language'),
    )
    .filter((pointer) => (signsInHereAlone && isSecure) || !isAmong(SIGN_IN_FIELDS, pointer));
};
