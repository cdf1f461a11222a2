import { dynamodbAssets } from '../core/adapters/dynamodb/assets.ts';
import { sectionKey } from '../core/adapters/dynamodb/keys.ts';
import { headItem, loginItem, profilePlaces } from '../core/adapters/dynamodb/member-items.ts';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { dynamodbWork } from '../core/adapters/dynamodb/work.ts';
import { writeBatches } from '../core/adapters/dynamodb/write-batches.ts';
import { asset } from '../core/domain/asset.ts';
import { newId, ROOT_FOLDER } from '../core/domain/ids.ts';
import type { Member } from '../core/domain/member.ts';
import { benchStamp, openBenchAccount } from './seat-account.ts';

/** How much an account has. */
export interface CrowdSize {
  members: number;
  queues: number;
  /** Members of its first queue. */
  agents: number;
}

export const FIRST_QUEUE = 'queue-0';

/** Batches at once: the engine has its work to do meanwhile. */
const LANES = 4;
const AT_ONCE = 1_000;

const memberAt = (accountId: string, n: number): Member => ({
  accountId,
  userId: newId('user'),
  firstName: 'Ana',
  lastName: `Ruiz ${n}`,
  email: `ana.${n}@example.com`,
  loginId: `ana.${n}`,
  location: 'us-east-1',
  folderId: ROOT_FOLDER,
  role: 'call-agent',
  status: 'active',
  createdAt: '2026-06-01T09:00:00.000Z',
  version: 0,
});

/** The three items of a member that stand in lists; of the profile, which lists take from the head, its places alone. */
const itemsOf = (member: Member) => [
  headItem(member),
  { ...sectionKey(member, 'profile'), ...profilePlaces(member) },
  loginItem(member),
];

/** An account with so many members, all active, in one folder and at one location, and so many queues. */
export const gatherCrowd = async (store: Store, size: CrowdSize): Promise<string> => {
  const accountId = await openBenchAccount(store, {});
  const numbers = Array.from({ length: size.members }, (_, n) => n);
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    for (let from = lane * AT_ONCE; from < size.members; from += LANES * AT_ONCE) {
      const members = numbers.slice(from, from + AT_ONCE).map((n) => memberAt(accountId, n));
      await writeBatches(
        store,
        members.flatMap(itemsOf).map((Item) => ({ PutRequest: { Item } })),
      );
    }
  });
  await Promise.all(lanes);
  const assets = dynamodbAssets(store);
  for (let n = 0; n < size.queues; n += 1) {
    const about = { kind: 'queue', key: `queue-${n}`, name: `Queue ${n}` };
    const kept = { accountId, archived: false, version: 1, createdAt: benchStamp().at };
    await assets.create(asset.parse({ ...about, ...kept }), benchStamp());
  }
  const queue = { kind: 'queue', key: FIRST_QUEUE } as const;
  for (let n = 0; n < size.agents; n += 1) {
    await dynamodbWork(store).assign({ accountId, userId: newId('user') }, [queue], benchStamp());
  }
  return accountId;
};
