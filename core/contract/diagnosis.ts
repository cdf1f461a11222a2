import * as z from 'zod/mini';
import { CAUSE_CODES } from '../domain/diagnosis.ts';
import { docs } from '../domain/docs.ts';
import { userId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../domain/licenses.ts';
import { remedy } from './remedy.ts';

/** What is known of an attempt to sign in: with it, the diagnosis says more. */
export const attemptQuery = {
  signInName: z
    .optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(254)))
    .register(docs, { description: 'What the user types as login ID or email (C-46).' }),
  address: z
    .optional(z.union([z.ipv4(), z.ipv6()], { error: 'must be an IPv4 or IPv6 address' }))
    .register(docs, { description: 'The IP address the user calls from (A-7).' }),
};

/** Whether a member can sign in and take a call, and if not, why and what to do. */
export const diagnosisView = z
  .object({
    userId,
    canSignIn: z.boolean(),
    canTakeCalls: z.boolean(),
    causes: z.array(
      z
        .object({
          code: z.enum(CAUSE_CODES),
          blocks: z.enum(['sign-in', 'calls', 'nothing']),
          detail: z.string(),
          missing: z
            .optional(z.array(z.enum(LICENSE_KIND_NAMES)))
            .register(docs, { description: 'Licenses of which no seat is free, if it is about some.' }),
          ahead: z
            .optional(z.int())
            .register(docs, { description: 'How many stand before them in the line, if they stand in it.' }),
          settings: z
            .optional(z.array(z.string()))
            .register(docs, { description: 'Settings that are not filled in, by pointer.' }),
          remedies: z.array(remedy),
        })
        .register(docs, { id: 'Cause' }),
    ),
  })
  .register(docs, { id: 'Diagnosis' });
