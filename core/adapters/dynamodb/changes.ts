import * as z from 'zod/mini';
import { accountId, userId } from '../../domain/ids.ts';
import { freeSeats } from '../../domain/pool.ts';
import type { MemberRef } from '../../usecases/ports.ts';
import { poolItem } from './items/account.ts';
import { accountKey, invitingPk, POOL_BLOCK } from './keys.ts';
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
