import type * as z from 'zod/mini';
import type { Permission } from '../domain/permissions.ts';
import type { ProblemCode } from './problems.ts';

export type Method = 'GET' | 'POST';

/**
 * Who may call a route. `public`: anybody, without a token. `signed-in`: anybody with a token, about themselves.
 * Otherwise an active member of the account in the path who holds the permission, or, with `orSelf`, who is
 * the member in the path.
 */
export type RouteAccess = 'public' | 'signed-in' | { permission: Permission; orSelf?: true };

/** One route: the only place where its method, path, access and shapes are written down. */
export interface Route {
  /** Unique; endpoint grants name it, and the OpenAPI document shows it. */
  operationId: string;
  method: Method;
  path: `/v1/${string}`;
  summary: string;
  description?: string;
  access: RouteAccess;
  params: z.ZodMiniObject;
  query: z.ZodMiniObject;
  /** Absent: the route takes no body. */
  body?: z.ZodMiniObject;
  success: {
    status: 200 | 202;
    description: string;
    contentType: 'application/json' | 'application/openapi+json' | 'text/html; charset=utf-8';
    schema?: z.ZodMiniType;
    /** Whether the answer has a Location header. */
    location?: true;
  };
  /** The problems particular to this route; those every route can meet are added by their nature. */
  problems: readonly ProblemCode[];
}
