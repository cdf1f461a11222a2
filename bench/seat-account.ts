import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodbAccounts } from '../core/adapters/dynamodb/accounts.ts';
import { headItem } from '../core/adapters/dynamodb/member-items.ts';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { newId, ROOT_FOLDER } from '../core/domain/ids.ts';
import { LICENSE_KIND_NAMES, type LicenseKind } from '../core/domain/licenses.ts';
import type { Member } from '../core/domain/member.ts';
import type { SeatCounts } from '../core/domain/plan.ts';
import type { LicensesRecord } from '../core/domain/section-record.ts';
import type { Stamp } from '../core/usecases/ports.ts';

export const benchStamp = (): Stamp => ({
  at: new Date().toISOString(),
  by: newId('user'),
  channel: 'api',
  requestId: newId('run'),
  sourceAddress: '203.0.113.7',
});

/** An account that owns these seats. */
export const openBenchAccount = async (store: Store, seats: SeatCounts): Promise<string> => {
  const accountId = newId('account');
  const { at, by } = benchStamp();
  const about = { name: 'Bench', language: 'en', licensePolicy: 'deactivate', apps: [] } as const;
  const lines = LICENSE_KIND_NAMES.flatMap((kind) => {
    const after = seats[kind];
    return after === undefined ? [] : [{ kind, before: 0, after, pricePerSeat: 100 }];
  });
  const opening = { accountId, entry: 1, at, by, planId: 'standard', currency: 'USD', lines };
  await dynamodbAccounts(store).create({ ...about, accountId, createdAt: at }, opening, benchStamp());
  return accountId;
};

/** A member's head alone: what taking a seat looks at. */
export const addMember = async (
  store: Store,
  accountId: string,
  status: Member['status'],
): Promise<Member> => {
  const userId = newId('user');
  const member: Member = {
    accountId,
    userId,
    firstName: 'Ana',
    lastName: 'Ruiz',
    email: `${userId}@example.com`,
    loginId: userId.slice(4),
    location: 'us-east-1',
    folderId: ROOT_FOLDER,
    status,
    createdAt: new Date().toISOString(),
    version: 0,
  };
  await store.client.send(
    new PutCommand({
      TableName: store.table,
      Item: { ...headItem(member), changed: benchStamp() },
    }),
  );
  return member;
};

/** What the step leaves that assigns licenses. */
export const licensesRecord = (kinds: LicenseKind[], more: Partial<LicensesRecord> = {}): LicensesRecord => {
  const at = new Date().toISOString();
  const runId = newId('run');
  return {
    section: 'licenses',
    state: 'done',
    runId,
    startedAt: at,
    endedAt: at,
    data: { kinds },
    held: [],
    ...more,
  };
};
