import { beforeAll, describe, expect, it } from 'vitest';
import { PROBLEM_TYPE } from '../../../core/contract/problems.ts';
import { accessOf, type Route } from '../../../core/contract/route.ts';
import { allRoutes } from '../../../core/contract/routes.ts';
import { GRANTABLE_ENDPOINTS } from '../../../core/domain/endpoints.ts';
import { PERMISSION_KEYS } from '../../../core/domain/permissions.ts';
import { readMails } from '../../../local/ses/read-mails.ts';
import { openRootTo, postOf } from '../access/people.ts';
import { allItems, allSignIns } from '../census.ts';
import { useCloud } from '../cloud-for-tests.ts';
import type { Answer } from '../office.ts';
import { hireProgram } from './cast.ts';
import { type Call, type Houses, idsOfNothing, openHouses, type Things } from './houses.ts';
import { idsInBody, withValue } from './ids-in-bodies.ts';
import { parametersOf, pathTo, REQUESTS } from './requests.ts';

const cloud = useCloud();
let houses: Houses;
let program: Call;

/** Everything there is: items, sign-ins, mails. */
const everything = async () => ({
  items: (await allItems(cloud())).map((item) => JSON.stringify(item)).toSorted(),
  signIns: await allSignIns(cloud()),
  mails: (await readMails(cloud().mailboxUrl)).length,
});
let before: Awaited<ReturnType<typeof everything>>;

beforeAll(async () => {
  houses = await openHouses(cloud());
  const fields = { endpoints: GRANTABLE_ENDPOINTS, grants: PERMISSION_KEYS };
  const hired = await hireProgram(cloud(), houses.home.office, fields);
  await openRootTo(houses.home.office, hired.apiUserId);
  program = hired.call;
  before = await everything();
});

/** Who asks for things of whom: the most powerful callers there are in `home`. */
const callers = ({ path }: Route): readonly (readonly [string, Call, Things])[] => {
  const { home, sister, stranger } = houses;
  const people = [
    ['administrator, of the agency’s other account', home.office.call, sister.own],
    ['administrator, of another agency', home.office.call, stranger.own],
    ['agency administrator, of another agency', sister.office.call, stranger.own],
  ] as const;
  const programs = [
    ['program, of the agency’s other account', program, sister.own],
    ['program, of another agency', program, stranger.own],
  ] as const;
  // A program asks nothing about itself, whatever the ids.
  return path.startsWith('/v1/me') ? people : [...people, ...programs];
};

const houseOf = ({ accountId }: Things) =>
  Object.values(houses).find(({ own }) => own.accountId === accountId) ?? houses.home;

/** The version of theirs: what stands in the way is who asks, never that they did not know it. */
const headersFor = async ({ conditional, path }: Route, theirs: Things): Promise<Record<string, string>> => {
  if (!conditional) return {};
  const { headers } = await houseOf(theirs).office.call('GET', pathTo(path, theirs));
  return { 'if-match': headers.get('etag') ?? '"0"' };
};

/** All of an answer but the number of the request. */
const told = ({ status, body: { instance: _, ...body } }: Answer) => ({ status, ...body });

/** Queues, IVRs and email templates have keys that each account gives, and every account has the same months: no ids. */
const isName = (parameter: string): boolean => ['kind', 'key', 'month'].includes(parameter);

/** Nobody else may do it, whatever the ids. */
const isForOneselfAlone = ({ operationId }: Route): boolean => {
  const access = accessOf({ operationId });
  return typeof access === 'object' && access.anyOf.length === 0;
};

const routesWithIds = allRoutes.filter(
  (route) => parametersOf(route.path).length > 0 && !isForOneselfAlone(route),
);

describe.each(routesWithIds.map((route) => [route.operationId, route] as const))('%s', (_, route) => {
  const parameters = parametersOf(route.path).filter((parameter) => !isName(parameter));
  const { body } = REQUESTS[route.operationId];

  it('answers 404 for each id of another account, and for all of them, as for ids that nobody has', async () => {
    const { home } = houses;
    const content = await body?.(home.own, home.office);
    const nothing = idsOfNothing();
    /** What a caller is told of ids that nobody has: the same, whomever they ask about otherwise. */
    const ofNothing = new Map<Call, Map<string, ReturnType<typeof told>>>();
    for (const [who, call, theirs] of callers(route)) {
      const known = ofNothing.get(call) ?? new Map();
      ofNothing.set(call, known);
      const headers = await headersFor(route, theirs);
      const ask = (things: Things) => call(route.method, pathTo(route.path, things), content, headers);
      for (const swapped of [...parameters.map((parameter) => [parameter]), parameters]) {
        const swap = (others: Things): Things => ({
          ...home.own,
          ...Object.fromEntries(swapped.map((name) => [name, others[name]])),
        });
        const answer = told(await ask(swap(theirs)));
        expect([who, swapped, answer.status]).toEqual([who, swapped, 404]);
        const expected = known.get(swapped.join()) ?? told(await ask(swap(nothing)));
        known.set(swapped.join(), expected);
        expect(answer).toEqual(expected);
      }
    }
  });
});

it.each(allRoutes.filter(isForOneselfAlone).map((route) => [route.operationId, route] as const))(
  '%s tells and does nothing about a session of another account',
  async (_, route) => {
    const { home, sister, stranger } = houses;
    const mine: Things = { ...home.own, userId: home.office.administrator.userId };
    for (const { office, own } of [sister, stranger]) {
      const { userId } = office.administrator;
      const sessions = `/accounts/${own.accountId}/members/${userId}/sessions`;
      const { sessionId } = (await office.call('POST', sessions)).body;
      const theirs: Things = { ...own, userId, sessionId };
      const ask = (things: Things) => home.office.call(route.method, pathTo(route.path, things));
      const named = parametersOf(route.path);
      for (const swapped of [...named.map((parameter) => [parameter]), named]) {
        const swap = (others: Things): Things => ({
          ...mine,
          ...Object.fromEntries(swapped.map((name) => [name, others[name]])),
        });
        expect(told(await ask(swap(theirs)))).toEqual(told(await ask(swap(idsOfNothing()))));
      }
      expect((await office.call('POST', `${sessions}/${sessionId}/heartbeat`)).status).toBe(204);
      expect((await office.call('GET', sessions)).body.items).toHaveLength(1);
      await office.call('DELETE', `${sessions}/${sessionId}`);
    }
  },
);

/** Every id in every body, and what names something of its kind. */
const bodyIds = allRoutes.flatMap((route) =>
  idsInBody(route).map(
    ({ pointer, thing, choices }) => [route.operationId, pointer, thing, { route, choices }] as const,
  ),
);

/** Where an id of another account is refused otherwise than by a fault at its place. */
const OTHERWISE: Record<string, string> = {
  // The accounts of an offer are asked for as the one in the path is.
  'offerAccess /accounts/0/accountId': '404 not-found',
  // The step that puts a user into a folder comes first: it is done, and stands.
  'resumeOnboarding /sections/profile/folderId': '409 step-already-done',
  // Whoever signs in is nobody yet.
  'issueToken /apiUserId': '401 bad-credentials',
};

/** A request of ours that has no faults; of a run's sections only the one that the pointer leads into. */
const requestFor = async ({ operationId }: Route, pointer: string): Promise<unknown> => {
  const { own, office } = houses.home;
  const request = await REQUESTS[operationId].body?.(own, office);
  const [, , section = ''] = pointer.split('/');
  const newcomer: Record<string, unknown> = postOf();
  return pointer.startsWith('/sections/') ? { sections: { [section]: newcomer[section] } } : request;
};

it('finds the ids in bodies', () => {
  expect(bodyIds.map(([endpoint, pointer, thing]) => `${endpoint} ${pointer} ${thing}`)).toEqual(
    expect.arrayContaining([
      'startOnboarding /profile/folderId folderId',
      'startOnboarding /permissions/groups/0 groupId',
      'changeFolder /access/store/0 apiUserId',
      'offerAccess /sameRoleAs accountId',
    ]),
  );
});

it.each(bodyIds)(
  '%s refuses an id of another account at %s (%s)',
  async (_, pointer, thing, { route, choices }) => {
    const { home, sister, stranger } = houses;
    const headers = await headersFor(route, home.own);
    const request = choices.reduce(
      (body: unknown, choice) => withValue(body, choice.pointer, choice.value),
      await requestFor(route, pointer),
    );
    for (const call of [home.office.call, program]) {
      for (const theirs of [sister.own, stranger.own]) {
        const content = withValue(request, pointer, theirs[thing]);
        const { status, body } = await call(route.method, pathTo(route.path, home.own), content, headers);
        const otherwise = OTHERWISE[`${route.operationId} ${pointer}`];
        // A preview is answered: with why the change would be refused.
        const faults = otherwise ? [{ pointer }] : (body.errors ?? body.refusals);
        expect(faults, JSON.stringify(body)).toContainEqual(expect.objectContaining({ pointer }));
        const problem = body.refusals ? '' : ` ${body.type.replace(PROBLEM_TYPE, '')}`;
        expect(`${status}${problem}`).toBe(otherwise ?? (body.refusals ? '200' : '400 invalid-request'));
        expect(JSON.stringify(body)).not.toContain(theirs[thing]);
      }
    }
  },
);

it.each(['folderId', 'role'] as const)('lists of members know no %s of another account', async (name) => {
  const { home, sister, stranger } = houses;
  const ask = async (call: Call, things: Things) =>
    told(await call('GET', `/accounts/${home.own.accountId}/members?${name}=${things[name]}`));
  for (const call of [home.office.call, program]) {
    expect(await ask(call, home.own)).toMatchObject({ status: 200 });
    const refused = await ask(call, idsOfNothing());
    expect(refused).toMatchObject({ status: 400, errors: [{ pointer: `/query/${name}` }] });
    for (const { own } of [sister, stranger]) expect(await ask(call, own)).toEqual(refused);
  }
});

it('another account’s queue has no access list here, whatever it is called', async () => {
  const { home, sister } = houses;
  const list = (accountId: string) => `/accounts/${accountId}/access-lists/queue/${sister.own.key}`;
  const theirs = await sister.office.call('GET', list(sister.own.accountId));
  expect(theirs.body.subjects).toEqual([sister.own.groupId]);
  const here = await home.office.call('GET', list(home.own.accountId));
  expect(here.body).toEqual({ kind: 'queue', key: sister.own.key, subjects: [] });
});

it('nothing of all that has written anything: no item, no sign-in, no mail', async () => {
  expect(before.items.length).toBeGreaterThan(100);
  expect(await everything()).toEqual(before);
});
