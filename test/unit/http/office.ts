import * as z from 'zod/mini';
import type { Route } from '../../../core/contract/route.ts';
import { accountId, userId } from '../../../core/domain/ids.ts';
import type { HttpEvent } from '../../../core/http/event.ts';
import { resource } from '../../../core/http/resource.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { given, recordOfRun, request, stampAt } from '../../ports/samples.ts';
import { CONTEXT } from './event.ts';

const problems = [] as const;
const success = { status: 200, description: '', contentType: 'application/json' } as const;
const view = z.object({ name: z.string(), at: z.optional(z.string()) });

/** Things in place of the contract's own: who may call each is decided by the endpoint that it stands for. */
const things = {
  make: {
    operationId: 'startOnboarding',
    method: 'POST',
    path: '/v1/accounts/{accountId}/things',
    summary: '',
    params: z.strictObject({ accountId }),
    query: z.strictObject({ dry: z.optional(z.enum(['yes', 'no'])) }),
    body: z.strictObject({ name: z.string().check(z.trim(), z.minLength(1)) }),
    success: { ...success, status: 202, schema: view, location: true },
    problems,
  },
  read: {
    operationId: 'readMember',
    method: 'GET',
    path: '/v1/accounts/{accountId}/members/{userId}/thing',
    summary: '',
    params: z.strictObject({ accountId, userId }),
    query: z.strictObject({}),
    success: { ...success, schema: view },
    problems,
  },
  change: {
    operationId: 'changeMemberAccess',
    method: 'PATCH',
    path: '/v1/accounts/{accountId}/members/{userId}/thing',
    summary: '',
    conditional: true,
    params: z.strictObject({ accountId, userId }),
    query: z.strictObject({}),
    body: z.strictObject({ name: z.string() }),
    success: { ...success, schema: view, etag: true },
    problems,
  },
  remove: {
    operationId: 'deleteRole',
    method: 'DELETE',
    path: '/v1/accounts/{accountId}/things',
    summary: '',
    params: z.strictObject({ accountId }),
    query: z.strictObject({}),
    success: { ...success, status: 204 },
    problems,
  },
  mine: {
    operationId: 'readMe',
    method: 'GET',
    path: '/v1/mine',
    summary: '',
    params: z.strictObject({}),
    query: z.strictObject({}),
    success: { ...success, schema: view },
    problems,
  },
} as const satisfies Record<string, Route>;

/** A resource with a route of every kind, in an account with an administrator and an agent. */
export const office = async () => {
  const world = inMemory();
  const account = await given(world.ports).account();
  const hire = async (role: 'administrator' | 'call-agent'): Promise<MemberRef> => {
    const run = await given(world.ports).member(account, request({ permissions: { role } }));
    await world.ports.members.record(run, recordOfRun(run, 'permissions'), stampAt());
    await world.ports.runs.finish(run, { outcome: 'active', administrator: false }, stampAt());
    return run;
  };
  const calls: unknown[] = [];
  const handler = resource(
    things,
    {
      make: async (call) => {
        calls.push(call);
        const secret = { name: call.body.name, at: call.stamp.at, password: 'never shown' };
        return { result: secret, location: '/v1/there' };
      },
      read: ({ params }) => ({ result: { name: params.userId } }),
      change: (call) => {
        calls.push(call);
        return { result: { name: call.body.name }, version: call.ifMatch + 1 };
      },
      remove: () => ({ result: '' }),
      mine: ({ userId: name }) => ({ result: { name } }),
    },
    {
      ports: world.ports,
      check: (body) =>
        JSON.stringify(body).includes('Mars') ? [{ pointer: '/name', detail: 'is too far' }] : [],
    },
  );
  const send = async (event: HttpEvent) => {
    const { statusCode, headers, body } = await handler(event, CONTEXT);
    return { statusCode, headers, body: body === '' ? '' : JSON.parse(body) };
  };
  return {
    world,
    account,
    administrator: await hire('administrator'),
    agent: await hire('call-agent'),
    calls,
    send,
  };
};
