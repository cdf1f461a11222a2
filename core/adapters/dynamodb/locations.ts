import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Locations } from '../../usecases/ports.ts';
import { locationsKey } from './keys.ts';
import type { Store } from './store.ts';

const locationsItem = z.object({ apiUrls: z.record(z.string(), z.string()) });

export const dynamodbLocations = ({ client, table }: Store): Locations => ({
  /** AP-130 · where the APIs of the locations are · GetItem, half a read unit. */
  async apiUrls() {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: locationsKey }));
    return Item === undefined ? {} : locationsItem.parse(Item).apiUrls;
  },

  /** AP-131 · keep where the APIs of the locations are, instead of all that was known · PutItem, 1 write unit per KB. */
  async name(apiUrls, stamp) {
    const Item = { ...locationsKey, ...locationsItem.parse({ apiUrls }), changed: stamp };
    await client.send(new PutCommand({ TableName: table, Item }));
  },
});
