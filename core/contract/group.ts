import * as z from 'zod/mini';
import { groupFields } from '../domain/authorization/policy.ts';
import { docs } from '../domain/docs.ts';
import { groupId } from '../domain/ids.ts';

/** An access-control group: it narrows what its members reach (D-4). */
export const groupView = z.object({ groupId, ...groupFields }).register(docs, { id: 'AccessGroup' });

export const groupList = z.object({ items: z.array(groupView) }).register(docs, { id: 'AccessGroupList' });

export const groupRequest = z.strictObject(groupFields).register(docs, { id: 'AccessGroupRequest' });
