import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Agencies } from '../../usecases/ports.ts';
import { putIf } from './conditional-write.ts';
import { agencyAccountItem, agencyItem } from './items/agency.ts';
import { AGENCY_ACCOUNT, agencyKey } from './keys.ts';
import type { Store } from './store.ts';

export const dynamodbAgencies = (store: Store): Agencies => ({
  /** AP-80 · create an agency, once · PutItem, 1 write unit. */
  async create(agency, stamp) {
    await putIf(store, {
      Item: { ...agencyKey(agency.agencyId), ...agencyItem.parse(agency), changed: stamp },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
  },

  /** AP-81 · an agency · GetItem, consistent, 1 read unit. */
  async read(agencyId) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: agencyKey(agencyId), ConsistentRead: true }),
    );
    return Item && agencyItem.parse(Item);
  },

  /** AP-82 · every account of an agency, by id · Query, consistent, to its end, 1 read unit per 4 KB. */
  async accounts(agencyId) {
    const pages = paginateQuery(
      { client: store.client },
      {
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :account)',
        ExpressionAttributeValues: { ':pk': agencyKey(agencyId).pk, ':account': AGENCY_ACCOUNT },
        ConsistentRead: true,
      },
    );
    const accounts: { accountId: string; name: string }[] = [];
    for await (const { Items = [] } of pages) {
      accounts.push(...Items.map((item) => agencyAccountItem.parse(item)));
    }
    return accounts;
  },
});
