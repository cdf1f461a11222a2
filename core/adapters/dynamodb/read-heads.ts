import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb';
import { Busy } from '../../domain/errors.ts';
import type { Member } from '../../domain/member.ts';
import type { Members } from '../../usecases/ports.ts';
import { memberItem } from './items/member.ts';
import { memberKey } from './keys.ts';
import type { Store } from './store.ts';

const TRIES = 8;
const FIRST_PAUSE_MILLISECONDS = 20;

/**
 * AP-29 · the heads of up to 100 members · BatchGetItem, half a read unit each. What DynamoDB hands back unprocessed is
 * tried again; throws `Busy` when that goes on.
 */
export const readHeads =
  ({ client, table }: Store): Members['heads'] =>
  async (accountId, userIds) => {
    const heads: Member[] = [];
    let Keys: Record<string, unknown>[] | undefined = [...new Set(userIds)].map((userId) =>
      memberKey({ accountId, userId }),
    );
    for (let attempt = 0; Keys !== undefined && Keys.length > 0; attempt += 1) {
      if (attempt === TRIES) throw new Busy();
      if (attempt > 0) await sleep(Math.random() * FIRST_PAUSE_MILLISECONDS * 2 ** attempt);
      const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys } } }),
      );
      heads.push(...(Responses?.[table] ?? []).map((item) => memberItem.parse(item)));
      Keys = UnprocessedKeys?.[table]?.Keys;
    }
    return heads;
  };
