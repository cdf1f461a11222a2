import * as z from 'zod/mini';
import { assetKey } from '../asset-key.ts';
import { docs } from '../docs.ts';
import { fullPhone } from '../phone.ts';
import { dialingRules } from './dialing-rules.ts';
import { ifUnavailable } from './if-unavailable.ts';
import { softphone } from './softphone.ts';

/** Section 6: how often the dialer calls for this user, how many calls are recorded, and how calls reach them. */
export const dialing = z
  .strictObject({
    ...dialingRules,
    callerId: z.optional(assetKey).register(docs, {
      title: 'Caller ID',
      description:
        'Key of the account’s number that they call from; the account’s default number unless told (C-58). Members choose their own with the permission to set caller ID (C-60).',
    }),
    receivingNumber: z.optional(fullPhone).register(docs, {
      title: 'Receiving number',
      description: 'A phone of theirs outside the softphone that rings too, with its country (D-8, D-14).',
    }),
    sipClient: z.optional(assetKey).register(docs, {
      title: 'SIP address',
      description:
        'Key of the SIP client that they register with; one of the account’s, or a new one (D-15).',
    }),
    softphone: z.optional(softphone).register(docs, {
      title: 'Softphone',
      description: 'How the softphone rings and sounds (D-13).',
    }),
    ifUnavailable: z.optional(ifUnavailable).register(docs, {
      title: 'If unavailable',
      description:
        'What becomes of a call that they do not take: no voicemail, voicemail, or forward (C-50…C-52).',
    }),
  })
  .register(docs, {
    title: 'Dialing',
    description: 'Dialing rules, if any, and how calls reach them (A-6).',
  });

export type Dialing = z.infer<typeof dialing>;
