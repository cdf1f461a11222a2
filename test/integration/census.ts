import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import type { Cloud } from '../../local/cloud.ts';

export type Item = Record<string, unknown>;

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Every item of the table. Only tests scan. */
export const allItems = async ({ endpoints, region }: Cloud): Promise<readonly Item[]> => {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials }),
  );
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: 'rollcall-dev', ConsistentRead: true, ExclusiveStartKey: from }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  client.destroy();
  return items;
};

export const allSignIns = async ({ cognitoUrl, region, userPoolId }: Cloud): Promise<readonly string[]> => {
  const client = new CognitoIdentityProviderClient({ endpoint: cognitoUrl, region, credentials });
  const names: string[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(new ListUsersCommand({ UserPoolId: userPoolId, PaginationToken: token }));
    names.push(...(page.Users ?? []).map((user) => user.Username ?? ''));
    token = page.PaginationToken;
  } while (token !== undefined);
  client.destroy();
  return names.toSorted();
};

/** The ids, in order, that some kind of item is about: its key begins as given. */
const idsOf = (items: readonly Item[], prefix: string, attribute: string): readonly string[] =>
  items
    .filter((item) => String(item.pk).startsWith(prefix))
    .map((item) => String(item[attribute]))
    .toSorted();

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)].toSorted();

/**
 * Looks at everything there is when no run is under way or parked: each user has both claims, one sign-in and one
 * member, and the other way round; every pool counts just the seats and places there are; nobody else holds work.
 */
export const expectNoOrphans = async (cloud: Cloud): Promise<void> => {
  const items = await allItems(cloud);
  const users = idsOf(items, 'USER#', 'userId');
  expect(idsOf(items, 'EMAIL#', 'userId')).toEqual(users);
  expect(idsOf(items, 'LOGIN#', 'userId')).toEqual(users);
  expect(await allSignIns(cloud)).toEqual(users);
  const members = items.filter((item) => String(item.pk).startsWith('MEMBER#'));
  const heads = members.filter((item) => item.sk === 'HEAD').map((item) => String(item.userId));
  expect(heads.toSorted()).toEqual(users);
  expect(distinct(members.map((item) => String(item.pk).split('#')[2] ?? ''))).toEqual(users);
  for (const userId of distinct(idsOf(items, 'WORK#', 'userId'))) expect(users).toContain(userId);
  for (const pool of items.filter((item) => String(item.sk).startsWith('POOL#'))) {
    const account = String(pool.pk).split('#')[1];
    const seats = items.filter((item) => item.pk === `POOL#${account}#${pool.kind}`);
    expect([pool.pk, pool.kind, pool.assigned]).toEqual([pool.pk, pool.kind, seats.length]);
    expect(pool.assigned).toBeLessThanOrEqual(Number(pool.purchased));
  }
};
