import * as z from 'zod/mini';
import { accountId, folderId } from '../../domain/ids.ts';
import { answers, answersNothing, inAccount, nothing } from '../answer.ts';
import { folderList, folderRequest, folderView } from '../folder.ts';
import type { Route } from '../route.ts';

const ofFolder = z.strictObject({ accountId, folderId });

/** Folders: the tree that users live in (C-1), with defaults for whoever is in it. */
export const folders = {
  list: {
    operationId: 'listFolders',
    method: 'GET',
    path: '/v1/accounts/{accountId}/folders',
    summary: 'List folders',
    description:
      'As much of the tree as you see, as a list; each folder names the one above it, and what it inherits.',
    params: inAccount,
    query: nothing,
    success: answers(200, 'The folders that you see.', folderList),
    problems: [],
  },
  create: {
    operationId: 'createFolder',
    method: 'POST',
    path: '/v1/accounts/{accountId}/folders',
    summary: 'Make a folder',
    description:
      'Needs the right to store in the folder above (C-57). What it gives, you hold yourself (X-4).',
    params: inAccount,
    query: nothing,
    body: folderRequest,
    success: answers(201, 'The folder.', folderView, { etag: true, location: true }),
    problems: ['not-in-folder', 'more-than-held', 'policy-full', 'idempotency-key-reused'],
  },
  read: {
    operationId: 'readFolder',
    method: 'GET',
    path: '/v1/accounts/{accountId}/folders/{folderId}',
    summary: 'Read a folder',
    params: ofFolder,
    query: nothing,
    success: answers(200, 'The folder.', folderView, { etag: true }),
    problems: [],
  },
  change: {
    operationId: 'changeFolder',
    method: 'PUT',
    path: '/v1/accounts/{accountId}/folders/{folderId}',
    summary: 'Change a folder',
    description:
      'Takes effect at once for everybody in it and below; another parent moves it with all below it.',
    conditional: true,
    params: ofFolder,
    query: nothing,
    body: folderRequest,
    success: answers(200, 'The folder.', folderView, { etag: true }),
    problems: ['not-in-folder', 'more-than-held', 'support-only', 'policy-full'],
  },
  remove: {
    operationId: 'deleteFolder',
    method: 'DELETE',
    path: '/v1/accounts/{accountId}/folders/{folderId}',
    summary: 'Delete a folder',
    description: 'Refused while anything is in it or names it; the problem says what.',
    conditional: true,
    params: ofFolder,
    query: nothing,
    success: answersNothing('The folder is gone.'),
    problems: ['not-in-folder', 'in-use'],
  },
} as const satisfies Record<string, Route>;
