import { AlreadyMember, ExtensionTaken, type Fault, LoginIdTaken, UserExists } from '../../domain/errors.ts';
import type { Member } from '../../domain/member.ts';
import type { OpenRun } from '../../domain/run.ts';
import type { MemberRef } from '../../usecases/ports.ts';
import { emailKey, extensionKey, joinKey, loginKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation, Refusals } from './transact.ts';

type Key = { pk: string; sk: string };
export type Claims = Readonly<Record<string, Key>>;

/** Whose claims they are; a run makes them for who is no member yet. */
type Claimant = MemberRef & { runId?: string };

const extensionClaim = (accountId: string, extension: string | undefined): Claims =>
  extension === undefined ? {} : { extension: extensionKey(accountId, extension) };

/**
 * What a run claims by its request: the email and the login ID, each unique in the whole system (C-49, D-31), and the
 * extension, unique in the account (D-14). An offer is for somebody who has email and login ID, and claims the place in the
 * account.
 */
export const claimsOf = (run: OpenRun, { profile }: OpenRun['sections'] = run.sections): Claims => ({
  ...(run.isOffer
    ? { place: joinKey(run) }
    : { email: emailKey(profile.email), loginId: loginKey(profile.loginId) }),
  ...extensionClaim(run.accountId, profile.extension),
});

/** What stands claimed for a member with this extension, if any. */
export const claimsOfMember = (
  { accountId, email, loginId }: Member,
  extension: string | undefined,
): Claims => ({
  email: emailKey(email),
  loginId: loginKey(loginId),
  ...extensionClaim(accountId, extension),
});

/** The operations that make claims. */
export const claim = (
  { table }: Store,
  { accountId, runId, userId }: Claimant,
  claims: Claims,
): Record<string, Operation> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, Key]) => [
      name,
      {
        Put: {
          TableName: table,
          Item: { ...Key, userId, accountId, ...(runId !== undefined && { runId }) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]),
  );

/** The operations that give claims up; one that somebody else has made is never touched. */
export const giveUpClaims = (
  { table }: Store,
  { userId }: MemberRef,
  claims: Claims,
): Record<string, Operation> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, Key]) => [
      `former:${name}`,
      {
        Delete: {
          TableName: table,
          Key,
          ConditionExpression: 'attribute_not_exists(pk) OR userId = :user',
          ExpressionAttributeValues: { ':user': userId },
        },
      },
    ]),
  );

/** The claims of `some` that are others, or none, in `others`. */
export const claimsWithout = (some: Claims, others: Claims): Claims =>
  Object.fromEntries(Object.entries(some).filter(([name, { pk }]) => others[name]?.pk !== pk));

/**
 * Throws what stands in the way of a claim: `AlreadyMember`, `UserExists`, `LoginIdTaken`, `ExtensionTaken`. Where there
 * are several, the one that says most, with the faults of all.
 */
export const refuseTaken = (refused: Refusals, at: string): void => {
  if (refused.has('place')) throw new AlreadyMember();
  const extensionTaken = new ExtensionTaken(at);
  const detail = 'belongs to a user who exists already';
  const faults: readonly Fault[] = [
    ...(refused.has('email') ? [{ pointer: `${at}/profile/email`, detail }] : []),
    ...(refused.has('loginId') ? [{ pointer: `${at}/profile/loginId`, detail }] : []),
    ...(refused.has('extension') ? extensionTaken.faults : []),
  ];
  if (refused.has('email')) throw new UserExists(faults);
  if (refused.has('loginId')) throw new LoginIdTaken(faults);
  if (refused.has('extension')) throw extensionTaken;
};
