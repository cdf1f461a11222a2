import { beforeAll, expect, it } from 'vitest';
import { PROBLEM_TYPE } from '../../../core/contract/problems.ts';
import type { Route } from '../../../core/contract/route.ts';
import { allRoutes } from '../../../core/contract/routes.ts';
import { expectRefused, HERE } from '../access/people.ts';
import type { Answer } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { type Caller, hireCast, hireProgram, type Program } from './cast.ts';
import { EXPECTED, KINDS, type Kind, type Relation, signOf } from './expected-answers.ts';
import { type House, type Houses, openHouses, type Things } from './houses.ts';
import { pathTo, REQUESTS } from './requests.ts';

const cloud = useSharedCloud();
let houses: Houses;
let cast: Record<Kind, Caller> & { program: Program };
beforeAll(async () => {
  houses = await openHouses(cloud());
  cast = await hireCast(cloud(), houses);
});

/** What a request is about, and the house it belongs to. */
const targetOf = (relation: Relation, caller: Caller): { house: House; things: Things } => {
  const { home, sister, stranger } = houses;
  switch (relation) {
    case 'self':
      return { house: home, things: { ...home.own, userId: caller.userId } };
    case 'own':
      return { house: home, things: home.own };
    case 'other':
      return { house: home, things: home.other };
    case 'sister':
      return { house: sister, things: sister.own };
    case 'stranger':
      return { house: stranger, things: stranger.own };
  }
};

/** Status and problem code; of what is done, whether it was done as the contract says. */
const summary = ({ success }: Route, { status, body }: Answer): string => {
  if (status === success.status) return '+';
  return `${status} ${typeof body.type === 'string' ? body.type.replace(PROBLEM_TYPE, '') : ''}`;
};

/** What the administrator has read of what is to be changed: until it is. */
const etags = new Map<string, string>();

/** Conditional requests are based on what the administrator reads. */
const etagOf = async ({ conditional }: Route, path: string, { office }: House) => {
  if (!conditional) return {};
  // How many seats there are, what is owned says.
  const from = path.replace(/\/seats$/, '');
  const etag = etags.get(from) ?? (await office.call('GET', from)).headers.get('etag') ?? '"0"';
  etags.set(from, etag);
  return { 'if-match': etag };
};

/** What is there to be used up, by route and relation: until somebody is let through. */
const spares = new Map<string, Partial<Things>>();

const ask = async (
  route: Route,
  relation: Relation,
  caller: Caller,
): Promise<{ sign: string; said: string }> => {
  const { house, things } = targetOf(relation, caller);
  const { body, spare, own, before, after, endsOwnSession } = REQUESTS[route.operationId];
  const name = `${route.operationId} ${relation}`;
  const extra = spares.get(name) ?? (await spare?.(things, house.office)) ?? {};
  spares.set(name, extra);
  const mine = relation === 'self' || relation === 'own' ? await own?.(things, caller.call) : {};
  const about = { ...things, ...extra, ...mine };
  if (relation !== 'self') await before?.(about, house.office);
  if (before !== undefined) etags.clear();
  const path = pathTo(route.path, about);
  const content =
    route.operationId === 'issueToken'
      ? { apiUserId: cast.program.apiUserId, secret: cast.program.secret }
      : await body?.(about, house.office);
  const answer = await caller.call(route.method, path, content, await etagOf(route, path, house));
  const said = summary(route, answer);
  const sign = said === '+' ? said : signOf(route.operationId, said);
  if (sign === '+') {
    spares.delete(name);
    etags.clear();
    await after?.(about, house.office);
    if (endsOwnSession && relation === 'self') await caller.signInAgain?.();
  }
  return { sign, said: JSON.stringify(answer.body) };
};

it('every route of the contract has its row, and every row its route', () => {
  const rows = EXPECTED.map(({ endpoint }) => endpoint);
  expect(rows.toSorted()).toEqual(allRoutes.map(({ operationId }) => operationId).toSorted());
});

it.each(EXPECTED.map((row) => [row.endpoint, row] as const))(
  '%s lets through whom it should',
  async (_, row) => {
    const route = allRoutes.find(({ operationId }) => operationId === row.endpoint);
    if (route === undefined) throw new Error('there is no such route');
    etags.clear();
    const answers: Record<string, string> = {};
    const unexpected: string[] = [];
    for (const kind of KINDS) {
      const signs: string[] = [];
      for (const [index, relation] of row.relations.entries()) {
        const { sign, said } = await ask(route, relation, cast[kind]);
        signs.push(sign);
        if (sign !== row.answers[kind]?.[index]) unexpected.push(`${kind}, ${relation}: ${said}`);
      }
      answers[kind] = signs.join('');
    }
    expect(answers, unexpected.join('\n')).toEqual(row.answers);
  },
);

it('X-4 a program makes no program that may call more than it may itself, and gets no secret of one', async () => {
  const { office, own } = houses.home;
  const path = `/accounts/${own.accountId}/api-users`;
  // It holds the permission to manage roles, since listing them takes one that lets it: not the endpoints for it.
  const endpoints = ['listRoles', 'createApiUser', 'changeApiUser', 'rotateApiUserSecret', 'revokeApiUser'];
  const limited = await hireProgram(cloud(), office, { endpoints });
  const able = await hireProgram(cloud(), office, { endpoints: ['listRoles', 'createRole'] });
  const request = { name: 'Double', endpoints: ['createRole'], allowedNetworks: HERE };
  expectRefused(await limited.call('POST', path, request), 'more-than-held');
  const itself = { ...request, endpoints: [...endpoints, 'createRole'] };
  const change = (body: unknown) =>
    limited.call('PUT', `${path}/${limited.apiUserId}`, body, { 'if-match': '"1"' });
  expectRefused(await change(itself), 'more-than-held');
  expectRefused(await limited.call('POST', `${path}/${able.apiUserId}/secret`), 'more-than-held');
  expectRefused(await limited.call('DELETE', `${path}/${able.apiUserId}`), 'more-than-held');
  expect((await limited.call('POST', path, { ...request, endpoints: ['listRoles'] })).status).toBe(201);
  expect((await change({ ...request, endpoints })).status).toBe(200);
});
