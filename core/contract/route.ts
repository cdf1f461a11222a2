import * as z from 'zod/mini';
import { ENDPOINTS, type Endpoint, type EndpointAccess } from '../domain/endpoints.ts';
import type { ProblemCode } from './problems.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Bodies that a parameter of the path tells apart: each kind of thing has its own. */
export interface BodyByKind<Schema extends z.ZodMiniObject = z.ZodMiniObject> {
  parameter: string;
  bodies: Readonly<Record<string, Schema>>;
}

/** One route: the only place where its method, path and shapes are written down. Who may call it, its endpoint says. */
export interface Route {
  /** Unique; endpoint grants name it, and the OpenAPI document shows it. */
  operationId: Endpoint;
  method: Method;
  path: `/v1/${string}`;
  summary: string;
  description?: string;
  /** Whether a change needs an If-Match header with the ETag of what it is about. */
  conditional?: true;
  params: z.ZodMiniObject;
  query: z.ZodMiniObject;
  /** Absent: the route takes no body. */
  body?: z.ZodMiniObject | BodyByKind;
  success: {
    status: 200 | 201 | 202 | 204;
    description: string;
    /** Whether the answer has an ETag. */
    etag?: true;
    contentType: 'application/json' | 'application/openapi+json' | 'text/html; charset=utf-8';
    schema?: z.ZodMiniType;
    /** Whether the answer has a Location header. */
    location?: true;
  };
  /** The problems particular to this route; those every route can meet are added by their nature. */
  problems: readonly ProblemCode[];
}

/** Who may call a route. */
export const accessOf = ({ operationId }: Pick<Route, 'operationId'>): EndpointAccess =>
  ENDPOINTS[operationId];

/** The body that a route takes with these parameters: of things of several kinds, that of the kind alone. */
export const bodyFor = (
  { body }: Pick<Route, 'body'>,
  params: Readonly<Record<string, unknown>>,
): z.ZodMiniObject | undefined =>
  body !== undefined && 'bodies' in body ? body.bodies[String(params[body.parameter])] : body;

/** Every body that a route takes, as one schema. */
export const anyBody = ({ body }: Pick<Route, 'body'>): z.ZodMiniType | undefined =>
  body !== undefined && 'bodies' in body ? z.union(Object.values(body.bodies)) : body;
