import { AlreadyMember, type Fault, LoginIdTaken, UserExists } from '../../domain/errors.ts';
import type { OpenRun } from '../../domain/run.ts';
import { emailKey, joinKey, loginKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation, Refusals } from './transact.ts';

type Key = { pk: string; sk: string };
type Claims = Readonly<Record<string, Key>>;

/**
 * What a run claims by its request: the email and the login ID, each unique in the whole system (C-49, D-31). An offer
 * is for somebody who has both, and claims the place in the account.
 */
export const claimsOf = (run: OpenRun, { profile }: OpenRun['sections'] = run.sections): Claims =>
  run.isOffer
    ? { place: joinKey(run) }
    : { email: emailKey(profile.email), loginId: loginKey(profile.loginId) };

/** The operations that make claims. */
export const claim = (
  { table }: Store,
  { accountId, runId, userId }: OpenRun,
  claims: Claims,
): Record<string, Operation> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, Key]) => [
      name,
      {
        Put: {
          TableName: table,
          Item: { ...Key, userId, runId, accountId },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]),
  );

/** The operations that give claims up; one that somebody else has made is never touched. */
export const giveUpClaims = (
  { table }: Store,
  { userId }: OpenRun,
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

/** Throws what stands in the way of a claim: `AlreadyMember`, `UserExists`, `LoginIdTaken`. */
export const refuseTaken = (refused: Refusals, at: string): void => {
  if (refused.has('place')) throw new AlreadyMember();
  const email: Fault = { pointer: `${at}/profile/email`, detail: 'belongs to a user who exists already' };
  const loginId: Fault = { pointer: `${at}/profile/loginId`, detail: 'belongs to a user who exists already' };
  const faults = [refused.has('email') ? [email] : [], refused.has('loginId') ? [loginId] : []].flat();
  if (refused.has('email')) throw new UserExists(faults);
  if (refused.has('loginId')) throw new LoginIdTaken(faults);
};
