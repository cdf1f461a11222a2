import * as z from 'zod/mini';
import { accountId, userId } from '../domain/ids.ts';
import type { Route } from './route.ts';

/** The shapes that many routes share. */
export const nothing = z.strictObject({});
export const inAccount = z.strictObject({ accountId });
export const ofMember = z.strictObject({ accountId, userId });

/** An answer in JSON. */
export const answers = <const Status extends 200 | 201 | 202, Schema extends z.ZodMiniType, const More>(
  status: Status,
  description: string,
  schema: Schema,
  more?: More & Pick<Route['success'], 'etag' | 'location'>,
) => ({ status, description, contentType: 'application/json' as const, schema, ...more });

/** It is done, and there is nothing to say. */
export const answersNothing = (description: string) => ({
  status: 204 as const,
  description,
  contentType: 'application/json' as const,
});
