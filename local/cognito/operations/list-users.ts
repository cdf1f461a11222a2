import * as z from 'zod';
import { requirePool } from '../cognito.ts';
import { invalidParameter } from '../errors.ts';
import type { User } from '../store/user.ts';
import { listedUser } from '../user-view.ts';
import { operation, userPoolIdSchema } from './operation.ts';

const LARGEST_PAGE = 60;

/** How each filterable name reads a user; Cognito filters by these alone. */
const readers: ReadonlyMap<string, (user: User) => string | undefined> = new Map([
  ['username', (user: User) => user.username],
  ['sub', (user: User) => user.sub],
  ['cognito:user_status', (user: User) => user.status],
  ['status', (user: User) => (user.enabled ? 'Enabled' : 'Disabled')],
  ...['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username'].map(
    (name): [string, (user: User) => string | undefined] => [name, (user) => user.attributes[name]],
  ),
]);

/** Names whose letter case counts. */
const EXACT = new Set(['username', 'status']);

/** Reads `name = "value"` or `name ^= "value"` (begins with). */
const matcherOf = (filter: string): ((user: User) => boolean) => {
  if (filter.trim() === '') return () => true;
  const [, name = '', comparison, quoted = ''] =
    /^"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"$/.exec(filter.trim()) ?? [];
  const read = readers.get(name);
  if (read === undefined) throw invalidParameter('Error while parsing filter.');
  const fold = (text: string): string => (EXACT.has(name) ? text : text.toLowerCase());
  const sought = fold(quoted.replaceAll(/\\(.)/g, '$1'));
  return (user) => {
    const value = read(user);
    if (value === undefined) return false;
    return comparison === '^=' ? fold(value).startsWith(sought) : fold(value) === sought;
  };
};

const pageTokenSchema = z
  .base64url({ error: 'Invalid pagination token.' })
  .transform((token) => Number(Buffer.from(token, 'base64url').toString()))
  .pipe(z.number({ error: 'Invalid pagination token.' }).int().nonnegative());

export const listUsers = operation(
  'admin',
  z.object({
    UserPoolId: userPoolIdSchema,
    AttributesToGet: z.array(z.string()).optional(),
    Limit: z.number().int().min(0).max(LARGEST_PAGE).optional(),
    PaginationToken: pageTokenSchema.optional(),
    Filter: z.string().max(256).default(''),
  }),
  (cognito, input) => {
    requirePool(cognito, input.UserPoolId);
    const matches = matcherOf(input.Filter);
    const attributes = input.AttributesToGet === undefined ? undefined : new Set(input.AttributesToGet);
    // Nought means as many as fit, as it does with Cognito.
    const limit = input.Limit || LARGEST_PAGE;
    const page: User[] = [];
    for (const user of cognito.store.users.after(input.PaginationToken ?? 0)) {
      if (!matches(user)) continue;
      const last = page.at(-1);
      if (page.length === limit && last !== undefined) {
        const next = Buffer.from(String(last.id)).toString('base64url');
        return { Users: page.map((listed) => listedUser(listed, attributes)), PaginationToken: next };
      }
      page.push(user);
    }
    return { Users: page.map((listed) => listedUser(listed, attributes)) };
  },
);
