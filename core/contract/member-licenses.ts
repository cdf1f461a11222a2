import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { accountId, userId } from '../domain/ids.ts';
import { ASSIGNABLE_KINDS, LICENSE_KIND_NAMES } from '../domain/licenses.ts';
import { time } from '../domain/time.ts';
import { page } from './lists.ts';

const kinds = z.array(z.enum(LICENSE_KIND_NAMES));

/** A member and one of the license kinds that members can be assigned. */
export const ofMemberAndKind = z.strictObject({
  accountId,
  userId,
  kind: z
    .enum(ASSIGNABLE_KINDS)
    .register(docs, { description: 'The license kind; those of apps come with the app.' }),
});

/** The licenses of one member. */
export const memberLicenses = z
  .object({
    userId,
    agentFeatures: z.boolean().register(docs, {
      description: 'Off: the member makes no calls, and occupies no calling seat (B-2).',
    }),
    licenses: z.array(
      z.object({
        kind: z.enum(LICENSE_KIND_NAMES),
        name: z.string(),
        help: z.string(),
        mode: z.enum(['named', 'concurrent']),
        state: z.enum(['held', 'waiting', 'at-sign-in', 'off', 'given-back']).register(docs, {
          description:
            '`held`: a seat is theirs. `waiting`: they stand in line for one. `at-sign-in`: each session takes one. `off`: not occupied while the agent features are off. `given-back`: they need it to be active again.',
        }),
      }),
    ),
    waiting: z
      .optional(
        z.object({
          since: time,
          ahead: z
            .int()
            .register(docs, { description: 'How many stand before them in the line; counted up to 1,000.' }),
          missing: kinds.register(docs, { description: 'What they wait for of which no seat is free.' }),
        }),
      )
      .register(docs, { description: 'Their place in the waiting line, if they have one.' }),
  })
  .register(docs, { id: 'MemberLicenses' });

export const agentFeaturesRequest = z
  .strictObject({ enabled: z.boolean() })
  .register(docs, { id: 'AgentFeaturesRequest' });

/** What turning the agent features on or off would do. */
export const agentFeaturesPreview = z
  .object({
    agentFeatures: z.boolean(),
    frees: kinds.register(docs, { description: 'Seats that would be free for others.' }),
    takes: kinds.register(docs, { description: 'Seats that would be taken.' }),
    waitsFor: kinds.register(docs, { description: 'Seats that the member would stand in line for.' }),
    missing: kinds.register(docs, { description: 'Seats that would be needed and are not to be had now.' }),
  })
  .register(docs, { id: 'AgentFeaturesPreview' });

export const waitingLine = page(
  z
    .object({
      userId,
      firstName: z.string(),
      lastName: z.string(),
      status: z.string(),
      kinds,
      since: time,
    })
    .register(docs, { id: 'WaitingPlace' }),
).register(docs, { id: 'WaitingLine', description: 'Who waits for which licenses, oldest first.' });
