import { accessLists } from './resources/access-lists.ts';
import { accounts } from './resources/accounts.ts';
import { apiUsers } from './resources/api-users.ts';
import { assets } from './resources/assets.ts';
import { billing } from './resources/billing.ts';
import { contract } from './resources/contract.ts';
import { diagnoses } from './resources/diagnoses.ts';
import { files } from './resources/files.ts';
import { folders } from './resources/folders.ts';
import { groups } from './resources/groups.ts';
import { licenses } from './resources/licenses.ts';
import { locations } from './resources/locations.ts';
import { loginIds } from './resources/login-ids.ts';
import { me } from './resources/me.ts';
import { members } from './resources/members.ts';
import { onboardings } from './resources/onboardings.ts';
import { roles } from './resources/roles.ts';
import { sessions } from './resources/sessions.ts';
import { token } from './resources/token.ts';
import type { Route } from './route.ts';

/** Every route, by the resource whose function owns it. A function loads its own resource only: it starts faster. */
export const routes = {
  onboardings,
  members,
  licenses,
  diagnoses,
  sessions,
  files,
  accounts,
  billing,
  assets,
  roles,
  folders,
  groups,
  accessLists,
  apiUsers,
  token,
  locations,
  loginIds,
  me,
  contract,
};

export type ResourceName = keyof typeof routes;

export const allRoutes: readonly Route[] = Object.values(routes).flatMap((resource) =>
  Object.values<Route>(resource),
);
