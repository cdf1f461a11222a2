import { apiSecret } from '../domain/api-secret.ts';
import type { ApiUser } from '../domain/api-user.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import {
  differing,
  handedFaults,
  refuseMoreThanHeld,
  trustFaults,
} from '../domain/authorization/delegation.ts';
import { rightsOf } from '../domain/authorization/rights.ts';
import { type Endpoint, endpointsOf } from '../domain/endpoints.ts';
import { ChangedMeanwhile, type Fault, NotFound, SecretShownBefore } from '../domain/errors.ts';
import { newId } from '../domain/ids.ts';
import { accessListFaults } from './access-list-faults.ts';
import { givenTo } from './authorize.ts';
import type { ApiUserRef, Idempotency, Ports, Stamp } from './ports.ts';

type Needs = Pick<Ports, 'apiUsers' | 'apiSignIn' | 'identity' | 'accessLists'>;

/** What an API user is to be. */
export type ApiUserFields = Pick<ApiUser, 'name' | 'endpoints' | 'grants' | 'pages' | 'allowedNetworks'>;

const heldBy = (user: Pick<ApiUser, 'grants' | 'pages'> | undefined) => ({
  permissions: new Set(user?.grants ?? []),
  pages: new Set(user?.pages ?? []),
});

/**
 * Whoever grants an endpoint, or gets a secret with which to call it, may call it: a person by a permission, a program
 * by its own endpoints.
 */
const endpointFaults = (
  { rights, endpoints: mine = endpointsOf(rights.permissions) }: Authority,
  before: readonly Endpoint[] = [],
  after: readonly Endpoint[] = [],
): readonly Fault[] => {
  const changed = differing(new Set(before), new Set(after));
  const beyond = changed.filter((endpoint) => !mine.includes(endpoint));
  return beyond.length === 0
    ? []
    : [{ pointer: '/endpoints', detail: `changes endpoints that you may not call: ${beyond.join(', ')}` }];
};

/** By which names access lists know a program. */
const subjectsOf = ({ policy }: Authority, user: ApiUser | undefined): ReadonlySet<string> =>
  user === undefined ? new Set() : rightsOf(policy, givenTo(user)).subjects;

/**
 * A program reaches the whole account, gives on what it holds, and is let in where access lists name it: so does, and
 * is, whoever makes one or gets its secret. Throws `MoreThanHeld`.
 */
const refuse =
  (ports: Pick<Ports, 'accessLists'>) =>
  async (authority: Authority, before: ApiUser | undefined, after: ApiUser | undefined): Promise<void> => {
    const subjects = { before: subjectsOf(authority, before), after: subjectsOf(authority, after) };
    refuseMoreThanHeld([
      ...handedFaults(authority, heldBy(before), heldBy(after), '/grants'),
      ...endpointFaults(authority, before?.endpoints, after?.endpoints),
      ...(authority.rights.reach === 'everything' && authority.rights.work === 'everything'
        ? []
        : [{ pointer: '', detail: 'reaches the whole account, and you do not' }]),
      ...trustFaults(authority, subjects.before, subjects.after, ''),
      ...(await accessListFaults(ports)(authority, subjects.before, subjects.after, '')),
    ]);
  };

const required = (user: ApiUser | undefined): ApiUser => {
  if (user === undefined) throw new NotFound();
  return user;
};

/**
 * Makes an API user; the secret is in the answer, and nowhere else. A process that dies on the way leaves one that can
 * be rotated or revoked. Throws `MoreThanHeld`, `SecretShownBefore`, `IdempotencyKeyReused`.
 */
export const createApiUser =
  ({ apiUsers, apiSignIn, accessLists }: Needs) =>
  async (authority: Authority, fields: ApiUserFields, stamp: Stamp, idempotency?: Idempotency) => {
    const user: ApiUser = {
      ...fields,
      accountId: authority.accountId,
      apiUserId: newId('apiUser'),
      createdAt: stamp.at,
      createdBy: stamp.by,
      version: 1,
    };
    await refuse({ accessLists })(authority, undefined, user);
    const { replayOf } = await apiUsers.create(user, stamp, idempotency);
    if (replayOf !== undefined) throw new SecretShownBefore();
    const secret = apiSecret();
    await apiSignIn.setApiSecret(user.apiUserId, secret);
    return { user, secret };
  };

/** Replaces what an API user may do; its next call meets it. Throws `NotFound`, `ChangedMeanwhile`, `MoreThanHeld`. */
export const changeApiUser =
  ({ apiUsers, accessLists }: Pick<Ports, 'apiUsers' | 'accessLists'>) =>
  async (authority: Authority, ref: ApiUserRef, ifMatch: number, fields: ApiUserFields, stamp: Stamp) => {
    const before = required(await apiUsers.read(ref));
    if (before.version !== ifMatch) throw new ChangedMeanwhile();
    const user = { ...before, ...fields, version: ifMatch + 1 };
    await refuse({ accessLists })(authority, before, user);
    await apiUsers.change(user, stamp);
    return user;
  };

/**
 * Gives an API user a new secret; the former one and its tokens stop working at once. The tokens go first: a process
 * that dies half-way leaves the former secret, which a repeat replaces.
 * Throws `NotFound`, `MoreThanHeld`, `SecretShownBefore`, `IdempotencyKeyReused`, `ChangedMeanwhile`.
 */
export const rotateSecret =
  ({ apiUsers, apiSignIn, identity, accessLists }: Needs) =>
  async (authority: Authority, ref: ApiUserRef, stamp: Stamp, idempotency?: Idempotency) => {
    const before = required(await apiUsers.read(ref));
    await refuse({ accessLists })(authority, before, undefined);
    const user = { ...before, signedOutAt: stamp.at, version: before.version + 1 };
    const { replayOf } = await apiUsers.change(user, stamp, idempotency);
    if (replayOf !== undefined) throw new SecretShownBefore();
    const secret = apiSecret();
    await apiSignIn.setApiSecret(user.apiUserId, secret);
    // Revoked meanwhile: the sign-in that this has made again has no owner.
    if ((await apiUsers.read(ref)) === undefined) await identity.removeUser(ref.apiUserId);
    return { user, secret };
  };

/** Ends an API user: refused from its next call on. A repeat finds nothing. Throws `NotFound`, `MoreThanHeld`. */
export const revokeApiUser =
  ({ apiUsers, identity, accessLists }: Needs) =>
  async (authority: Authority, ref: ApiUserRef): Promise<void> => {
    await refuse({ accessLists })(authority, required(await apiUsers.read(ref)), undefined);
    // What it may do goes last, so that a repeat after a crash finds it, and the sign-in is never left over.
    await identity.removeUser(ref.apiUserId);
    await apiUsers.remove(ref);
  };
