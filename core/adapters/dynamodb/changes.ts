import * as z from 'zod/mini';
import { accountId, userId } from '../../domain/ids.ts';
import { PERSONAL_FIELDS, type User } from '../../domain/member.ts';
import { freeSeats } from '../../domain/pool.ts';
import type { MemberRef } from '../../usecases/ports.ts';
import type { SignInChange } from '../../usecases/tell-of-sign-in.ts';
import { poolItem } from './items/account.ts';
import { userItem } from './items/user.ts';
import { accountKey, invitingPk, POOL_BLOCK, userKey } from './keys.ts';
import type { StreamRecord } from './stream-record.ts';

const keyed = z.object({ pk: z.string(), sk: z.string() });

const keyOf = ({ after }: StreamRecord) => keyed.safeParse(after).data;

/** The account whose waiting line may have somebody to serve now: a seat is free of a kind that somebody waits for. */
export const freedFor = (change: StreamRecord): string | undefined => {
  const key = keyOf(change);
  if (!key?.sk.startsWith(POOL_BLOCK)) return undefined;
  const block = poolItem.parse(change.after);
  const isOfNote = block.waiting > 0 && freeSeats(block) > 0;
  return isOfNote ? accountId.parse(key.pk.slice(accountKey('').pk.length)) : undefined;
};

/** The member to whom an invitation is to be sent now. */
export const invitedBy = (change: StreamRecord): MemberRef | undefined => {
  const key = keyOf(change);
  if (change.eventName !== 'INSERT' || !key?.pk.startsWith(invitingPk(''))) return undefined;
  return { accountId: accountId.parse(key.pk.slice(invitingPk('').length)), userId: userId.parse(key.sk) };
};

/** A person before and after, if the change is one of their head. */
const changedPerson = (change: StreamRecord): { before: User; after: User } | undefined => {
  const key = keyOf(change);
  if (change.eventName !== 'MODIFY' || key?.sk !== userKey('').sk || !key.pk.startsWith(userKey('').pk))
    return undefined;
  return { before: userItem.parse(change.before), after: userItem.parse(change.after) };
};

/** The person who is called otherwise now, or has come into one more account: what is copied of them may be out of date. */
export const renamedPerson = (change: StreamRecord): string | undefined => {
  const person = changedPerson(change);
  if (person === undefined) return undefined;
  const { before, after } = person;
  const isOfNote =
    PERSONAL_FIELDS.some((field) => before[field] !== after[field]) ||
    after.accountIds.some((accountId) => !before.accountIds.includes(accountId));
  return isOfNote ? after.userId : undefined;
};

const stamped = z.object({ changed: z.object({ by: z.string() }) });

/** What has become of a person's sign-in, if the change is of that, and by whom. */
export const changedSignIn = (change: StreamRecord): SignInChange | undefined => {
  const person = changedPerson(change);
  if (person === undefined) return undefined;
  const { before, after } = person;
  if (before.email === after.email && before.loginId === after.loginId) return undefined;
  return { before, after, by: stamped.parse(change.after).changed.by };
};
