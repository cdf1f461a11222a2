import * as z from 'zod/mini';
import type { Route } from '../route.ts';

const nothing = z.strictObject({});

/** This contract itself, open to everybody. */
export const contract = {
  openapi: {
    operationId: 'readOpenApi',
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'This contract as an OpenAPI 3.1 document',
    access: 'public',
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
    access: 'public',
    params: nothing,
    query: nothing,
    success: { status: 200, description: 'The page.', contentType: 'text/html; charset=utf-8' },
    problems: [],
  },
} as const satisfies Record<string, Route>;
