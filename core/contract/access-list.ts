import * as z from 'zod/mini';
import { LISTED_KINDS } from '../domain/access-list.ts';
import { MOST_SUBJECTS, subject } from '../domain/authorization/policy.ts';
import { docs } from '../domain/docs.ts';
import { uniqueItems } from '../domain/sections/unique-items.ts';
import { page } from './lists.ts';

export const listedKind = z
  .enum(LISTED_KINDS)
  .register(docs, { description: 'What carries the list: a queue, an IVR or an email template.' });

export const listedKey = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, underscores or hyphens'),
  )
  .register(docs, { description: 'The key of the queue, IVR or email template.' });

/** Who has access to a queue, an IVR or an email template (C-63). */
export const accessListView = z
  .object({ kind: listedKind, key: z.string(), subjects: z.array(subject) })
  .register(docs, { id: 'AccessList' });

export const accessListPage = page(accessListView).register(docs, { id: 'AccessListPage' });

export const accessListRequest = z
  .strictObject({
    subjects: uniqueItems(
      'Users, API users, roles and groups, by their ids; nobody else has access, but administrators.',
      subject,
      z.maxLength(MOST_SUBJECTS),
    ),
  })
  .register(docs, { id: 'AccessListRequest' });
