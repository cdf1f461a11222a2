import * as z from 'zod/mini';
import { catalogueView } from '../catalogue.ts';
import { help } from '../help.ts';
import type { Route } from '../route.ts';
import { settingsView } from '../settings.ts';

const nothing = z.strictObject({});

/** This contract itself, open to everybody. */
export const contract = {
  openapi: {
    operationId: 'readOpenApi',
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'This contract as an OpenAPI 3.1 document',
    params: nothing,
    query: nothing,
    success: {
      status: 200,
      description: 'The document.',
      contentType: 'application/openapi+json',
    },
    problems: [],
  },
  docs: {
    operationId: 'readDocs',
    method: 'GET',
    path: '/v1/docs',
    summary: 'This contract as a page to read',
    params: nothing,
    query: nothing,
    success: { status: 200, description: 'The page.', contentType: 'text/html; charset=utf-8' },
    problems: [],
  },
  settings: {
    operationId: 'readSettings',
    method: 'GET',
    path: '/v1/settings',
    summary: 'The table of settings',
    description:
      'Every option of an onboarding by its step: help text, whether it is required, what it can be, who changes it later.',
    params: nothing,
    query: nothing,
    success: {
      status: 200,
      description: 'The table.',
      contentType: 'application/json',
      schema: settingsView,
    },
    problems: [],
  },
  catalogue: {
    operationId: 'readCatalogue',
    method: 'GET',
    path: '/v1/catalogue',
    summary: 'Permissions, pages, endpoints and built-in roles',
    description: 'Everything that can be granted, with its help text: the same for every account.',
    params: nothing,
    query: nothing,
    success: {
      status: 200,
      description: 'The catalogue.',
      contentType: 'application/json',
      schema: catalogueView,
    },
    problems: [],
  },
  help: {
    operationId: 'readHelp',
    method: 'GET',
    path: '/v1/help',
    summary: 'Where to find help',
    description:
      'FAQ, release notes, guides, forum, support, terms, privacy (A-21): what the operator has configured.',
    params: nothing,
    query: nothing,
    success: {
      status: 200,
      description: 'Where to find help.',
      contentType: 'application/json',
      schema: help,
    },
    problems: [],
  },
} as const satisfies Record<string, Route>;
