import * as z from 'zod/mini';
import { accountId } from '../../domain/ids.ts';
import { answers, inAccount, nothing } from '../answer.ts';
import {
  billingView,
  ledgerPage,
  month,
  seatsPreview,
  seatsRequest,
  statementList,
  statementView,
} from '../billing.ts';
import { listQuery } from '../lists.ts';
import type { Route } from '../route.ts';

const BILLING = '/v1/accounts/{accountId}/billing';
const ofMonth = z.strictObject({ accountId, month });

/** What an account owns, what it costs, and what it has been charged. */
export const billing = {
  read: {
    operationId: 'readBilling',
    method: 'GET',
    path: BILLING,
    summary: 'Read what an account owns and what it costs',
    description:
      'For each license kind of the plan: how many seats are owned, used and free, how many there can be, and at which price (A-9, B-12).',
    params: inAccount,
    query: nothing,
    success: answers(200, 'What the account owns.', billingView, { etag: true }),
    problems: [],
  },
  preview: {
    operationId: 'previewSeats',
    method: 'POST',
    path: `${BILLING}/preview`,
    summary: 'What a change of seats would cost',
    description: 'With all that stands in its way. Changes nothing.',
    params: inAccount,
    query: nothing,
    body: seatsRequest,
    success: answers(200, 'The monthly cost before and after.', seatsPreview),
    problems: [],
  },
  changeSeats: {
    operationId: 'changeSeats',
    method: 'PUT',
    path: `${BILLING}/seats`,
    summary: 'Buy seats and give seats up',
    description:
      'Of several kinds at once: all of it happens, or nothing (B-11). Never fewer seats than are taken; the problem says who has them. Members who wait for a seat get it by themselves. No payment is made: the change is an entry in the ledger, and statements are made from it.',
    conditional: true,
    params: inAccount,
    query: nothing,
    body: seatsRequest,
    success: answers(200, 'What the account owns now.', billingView, { etag: true }),
    problems: ['seats-taken'],
  },
  listLedger: {
    operationId: 'listLedger',
    method: 'GET',
    path: `${BILLING}/ledger`,
    summary: 'List the changes of what an account owns',
    description: 'Newest first; the first is what the account was created with.',
    params: inAccount,
    query: z.strictObject(listQuery),
    success: answers(200, 'A page of the ledger.', ledgerPage),
    problems: [],
  },
  listStatements: {
    operationId: 'listStatements',
    method: 'GET',
    path: `${BILLING}/statements`,
    summary: 'List the statements of an account',
    description: 'One for each month since the account was created, newest first (D-18).',
    params: inAccount,
    query: nothing,
    success: answers(200, 'The statements.', statementList),
    problems: [],
  },
  readStatement: {
    operationId: 'readStatement',
    method: 'GET',
    path: `${BILLING}/statements/{month}`,
    summary: 'Read a statement',
    description:
      'Each day (UTC) is charged by the seats owned at its end: the price of a month, divided by the days that it has. Amounts are rounded for each license kind and price, half a unit up.',
    params: ofMonth,
    query: nothing,
    success: answers(200, 'The statement.', statementView),
    problems: [],
  },
  printStatement: {
    operationId: 'printStatement',
    method: 'GET',
    path: `${BILLING}/statements/{month}/print`,
    summary: 'A statement as a page to print',
    params: ofMonth,
    query: nothing,
    success: {
      status: 200,
      description: 'The page, made for paper.',
      contentType: 'text/html; charset=utf-8',
    },
    problems: [],
  },
} as const satisfies Record<string, Route>;
