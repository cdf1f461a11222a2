import { accounts } from './resources/accounts.ts';
import { contract } from './resources/contract.ts';
import { me } from './resources/me.ts';
import { members } from './resources/members.ts';
import { onboardings } from './resources/onboardings.ts';
import type { Route } from './route.ts';

/** Every route, by the resource whose function owns it. A function loads its own resource only: it starts faster. */
export const routes = { onboardings, members, accounts, me, contract };

export type ResourceName = keyof typeof routes;

export const allRoutes: readonly Route[] = Object.values(routes).flatMap((resource) =>
  Object.values<Route>(resource),
);
