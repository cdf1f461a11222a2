import { dynamodbAssets } from '../core/adapters/dynamodb/assets.ts';
import { dynamodbMembers } from '../core/adapters/dynamodb/members.ts';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { ROOT_FOLDER } from '../core/domain/ids.ts';
import type { MemberFilter } from '../core/usecases/ports.ts';
import { type CrowdSize, FIRST_QUEUE, gatherCrowd } from './crowd.ts';

const LARGE: CrowdSize = { members: 100_000, queues: 1_000, agents: 500 };
const SMALL: CrowdSize = { members: 10, queues: 10, agents: 10 };

const PAGE = { limit: 10 };
const WARM_UP = 20;
const TIMES = 150;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

/** By how much one page of a large account takes longer than one of a small one: turn about, the medians. */
const ratioOf = async (list: (accountId: string) => Promise<unknown>, large: string, small: string) => {
  const taken: { large: number[]; small: number[] } = { large: [], small: [] };
  for (let n = 0; n < WARM_UP + TIMES; n += 1) {
    const one = await timed(() => list(large));
    const other = await timed(() => list(small));
    if (n < WARM_UP) continue;
    taken.large.push(one);
    taken.small.push(other);
  }
  return median(taken.large) / median(taken.small);
};

const MEMBERS: Readonly<Record<string, MemberFilter>> = {
  'members of one status': { status: 'active' },
  'members of a folder': { folderId: ROOT_FOLDER },
  'members of a role': { role: { byHand: 'call-agent', folders: new Set() }, status: 'active' },
  'members at a location': { location: 'us-east-1' },
  'members by the beginning of the name': { namePrefix: 'ana ruiz', status: 'active' },
  'the same, of any status': { namePrefix: 'ana ruiz' },
  'members by the beginning of the email': { emailPrefix: 'ana.' },
  'members by the beginning of the login ID': { loginIdPrefix: 'ana.' },
};

/** One page of ten: what it takes in an account of 100,000 members and 1,000 queues ÷ in one with ten of each. */
export const measureLists = async (store: Store): Promise<ReadonlyMap<string, number>> => {
  const small = await gatherCrowd(store, SMALL);
  const large = await gatherCrowd(store, LARGE);
  const members = dynamodbMembers(store);
  const assets = dynamodbAssets(store);
  const ratios = new Map<string, number>();
  for (const [name, filter] of Object.entries(MEMBERS)) {
    ratios.set(name, await ratioOf((accountId) => members.list(accountId, filter, PAGE), large, small));
  }
  const queues = (accountId: string) => assets.list(accountId, 'queue', { archived: false }, PAGE);
  ratios.set('queues', await ratioOf(queues, large, small));
  const agents = (accountId: string) => assets.members({ accountId, kind: 'queue', key: FIRST_QUEUE }, PAGE);
  ratios.set('members of a queue', await ratioOf(agents, large, small));
  return ratios;
};
