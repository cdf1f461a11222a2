import * as z from 'zod/mini';
import { APP_NAMES } from '../domain/apps.ts';
import { docs } from '../domain/docs.ts';
import { accountId, sessionId, userId } from '../domain/ids.ts';
import { keysOf } from '../domain/keys-of.ts';
import { LICENSE_KIND_NAMES } from '../domain/licenses.ts';
import { time } from '../domain/time.ts';
import { WARNINGS } from '../domain/warnings.ts';
import { remedy } from './remedy.ts';

/** An RFC 9457 problem, sent as application/problem+json. */
export const problem = z
  .object({
    type: z
      .string()
      .register(docs, { description: 'Stable, one per kind of problem: urn:rollcall:problem:{code}.' }),
    title: z.string(),
    status: z.int(),
    detail: z.optional(z.string()),
    instance: z
      .optional(z.string())
      .register(docs, { description: 'The request’s id, to give to an operator.' }),
    errors: z
      .optional(
        z.array(
          z.object({
            pointer: z.string().register(docs, {
              description:
                'JSON Pointer into the body; /query/{name}, /path/{name} or /headers/{name} otherwise.',
            }),
            detail: z.string(),
          }),
        ),
      )
      .register(docs, { description: 'Every fault of the request.' }),
    warnings: z
      .optional(z.array(z.object({ code: z.enum(keysOf(WARNINGS)), detail: z.string() })))
      .register(docs, { description: 'What has to be confirmed, by code.' }),
    person: z
      .optional(
        z.object({
          userId,
          firstName: z.string(),
          lastName: z.string(),
          email: z.string(),
          loginId: z.string(),
          language: z.string(),
          memberships: z.array(
            z.object({ accountId, accountName: z.string(), role: z.optional(z.string()) }),
          ),
        }),
      )
      .register(docs, { description: 'Who exists already, for callers of the same agency (D-32).' }),
    holders: z
      .optional(
        z.array(
          z.object({
            kind: z.enum(LICENSE_KIND_NAMES),
            taken: z.int(),
            members: z.array(z.object({ userId, name: z.string() })),
          }),
        ),
      )
      .register(docs, { description: 'Of which licenses too many are taken, and by whom one may know of.' }),
    licenses: z
      .optional(
        z.array(
          z.object({
            kind: z.enum(LICENSE_KIND_NAMES),
            name: z.string(),
            app: z
              .optional(z.enum(APP_NAMES))
              .register(docs, { description: 'The installed app that needs it, if it is for an app.' }),
            purchased: z.int(),
            inUse: z.int(),
            holders: z
              .array(z.object({ userId, sessionId, name: z.string(), since: time }))
              .register(docs, { description: 'Whose sessions have the seats, as far as you may know.' }),
          }),
        ),
      )
      .register(docs, { description: 'The licenses that a sign-in needs, and no seat is free of (C-44).' }),
    remedies: z
      .optional(z.array(remedy))
      .register(docs, { description: 'What would mend it; not everybody may do all of it.' }),
  })
  .register(docs, { id: 'Problem' });

export type Problem = z.infer<typeof problem>;
