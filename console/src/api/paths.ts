import type * as z from 'zod';
import type { Problem } from '../../../core/contract/problem.ts';
import type { BodyByKind, Route } from '../../../core/contract/route.ts';
import type { routes } from '../../../core/contract/routes.ts';

type Schema = z.core.$ZodType;

/** Every route of the API, with the types of its schemas. Only types: the browser loads none of them. */
type AnyRoute = {
  [Resource in keyof typeof routes]: (typeof routes)[Resource][keyof (typeof routes)[Resource]];
}[keyof typeof routes];

type BodyOf<Taken> = Taken extends Schema
  ? z.input<Taken>
  : Taken extends BodyByKind
    ? z.input<Taken['bodies'][keyof Taken['bodies']]>
    : never;

type RequestOf<R extends Route> = R extends { body: infer Taken }
  ? { requestBody: { content: { 'application/json': BodyOf<Taken> } } }
  : unknown;

/** What has no schema has no body to read. */
type AnswerOf<Success extends Route['success']> = Success extends { schema: infer Answer extends Schema }
  ? { content: { 'application/json': z.output<Answer> } }
  : { content?: never };

/** Whoever changes something says which version of it they saw; whoever makes something, under which key a repeat is known. */
type HeadersOf<R extends Route> = R extends { conditional: true }
  ? { header: { 'if-match': string } }
  : { header?: { 'idempotency-key'?: string } };

type OperationOf<R extends Route> = RequestOf<R> & {
  parameters: {
    path: z.input<R['params']>;
    query?: z.input<R['query']>;
  } & HeadersOf<R>;
  responses: { 200: AnswerOf<R['success']>; default: { content: { 'application/problem+json': Problem } } };
};

/** The API in the form in which OpenAPI clients are typed: by path, then by method. */
export type Paths = {
  [Path in AnyRoute['path']]: {
    [R in Extract<AnyRoute, { path: Path }> as Lowercase<R['method']>]: OperationOf<R>;
  };
};
