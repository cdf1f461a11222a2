import * as z from 'zod/mini';
import { answers, answersNothing, inAccount, nothing, ofMember } from '../answer.ts';
import { listQuery } from '../lists.ts';
import type { Route } from '../route.ts';
import { ofSession, sessionList, startedSession } from '../session.ts';

const SESSIONS = '/v1/accounts/{accountId}/members/{userId}/sessions';

/** Sign-ins to the platform: each takes the concurrent licenses that its member needs, and gives them back (C-44). */
export const sessions = {
  start: {
    operationId: 'startSession',
    method: 'POST',
    path: SESSIONS,
    summary: 'Begin a session of one’s own',
    description:
      'Takes a seat of every concurrent license that one needs, and of those that installed apps need; or none, when one is missing. Keep it alive with heartbeats, and end it at sign-out: then the seats are for others again. A session that is not heard of any more ends by itself.',
    params: ofMember,
    query: nothing,
    success: answers(201, 'The session.', startedSession, { location: true }),
    problems: ['license-acquisition', 'changed-meanwhile', 'idempotency-key-reused'],
  },
  heartbeat: {
    operationId: 'heartbeatSession',
    method: 'POST',
    path: `${SESSIONS}/{sessionId}/heartbeat`,
    summary: 'Keep a session of one’s own alive',
    description: 'Answers 404 once it has ended: then begin another.',
    params: ofSession,
    query: nothing,
    success: answersNothing('The session goes on.'),
    problems: [],
  },
  end: {
    operationId: 'endSession',
    method: 'DELETE',
    path: `${SESSIONS}/{sessionId}`,
    summary: 'End a session of one’s own',
    description: 'Its seats are free at once. A repeat does nothing.',
    params: ofSession,
    query: nothing,
    success: answersNothing('The session has ended.'),
    problems: [],
  },
  listOfMember: {
    operationId: 'listMemberSessions',
    method: 'GET',
    path: SESSIONS,
    summary: 'List the sessions of a member',
    params: ofMember,
    query: z.strictObject(listQuery),
    success: answers(200, 'A page of sessions, by their beginning.', sessionList),
    problems: [],
  },
  list: {
    operationId: 'listSessions',
    method: 'GET',
    path: '/v1/accounts/{accountId}/sessions',
    summary: 'List who is signed in',
    description:
      'The sessions of the members within reach, with the licenses that each of them takes. To end those of somebody, sign them out. A page may be short and yet have a cursor.',
    params: inAccount,
    query: z.strictObject(listQuery),
    success: answers(200, 'A page of sessions, by member.', sessionList),
    problems: [],
  },
} as const satisfies Record<string, Route>;
