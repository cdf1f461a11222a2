import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { accountId, sessionId, userId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../domain/licenses.ts';
import { HEARTBEAT_SECONDS, SESSION_TIMEOUT_SECONDS } from '../domain/session.ts';
import { time } from '../domain/time.ts';
import { page } from './lists.ts';

export const ofSession = z.strictObject({ accountId, userId, sessionId });

const kinds = z.array(z.enum(LICENSE_KIND_NAMES)).register(docs, {
  description: 'The concurrent licenses whose seats it takes, as long as it lasts.',
});

/** A session as it begins, with how it is kept alive. */
export const startedSession = z
  .object({
    sessionId,
    kinds,
    startedAt: time,
    seenAt: time,
    heartbeatSeconds: z
      .int()
      .register(docs, { description: `Say that often that it goes on: every ${HEARTBEAT_SECONDS} seconds.` }),
    timeoutSeconds: z.int().register(docs, {
      description: `Not heard of for so long (${SESSION_TIMEOUT_SECONDS} seconds), it is over, and its seats are for others.`,
    }),
  })
  .register(docs, { id: 'StartedSession' });

/** A session as others see it. */
const sessionView = z
  .object({ sessionId, userId, name: z.string(), kinds, startedAt: time, seenAt: time })
  .register(docs, {
    id: 'Session',
    description: 'Last heard of at `seenAt`: its start, or its latest heartbeat.',
  });

export const sessionList = page(sessionView).register(docs, { id: 'SessionList' });
