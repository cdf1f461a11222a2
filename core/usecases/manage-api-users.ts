import { apiSecret } from '../domain/api-secret.ts';
import type { ApiUser } from '../domain/api-user.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { differing, handedFaults, refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { type Endpoint, endpointsOf } from '../domain/endpoints.ts';
import { ChangedMeanwhile, type Fault, NotFound, SecretShownBefore } from '../domain/errors.ts';
import { newId } from '../domain/ids.ts';
import type { ApiUserRef, Idempotency, Ports, Stamp } from './ports.ts';

type Needs = Pick<Ports, 'apiUsers' | 'apiSignIn' | 'identity'>;

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

/** A program reaches the whole account, and gives on what it holds: so does whoever makes one. */
const refuse = (authority: Authority, before: ApiUser | undefined, after: ApiUserFields | undefined): void =>
  refuseMoreThanHeld([
    ...handedFaults(authority, heldBy(before), heldBy(after), '/grants'),
    ...endpointFaults(authority, before?.endpoints, after?.endpoints),
    ...(authority.rights.reach === 'everything' && authority.rights.work === 'everything'
      ? []
      : [{ pointer: '', detail: 'reaches the whole account, and you do not' }]),
  ]);

const required = (user: ApiUser | undefined): ApiUser => {
  if (user === undefined) throw new NotFound();
  return user;
};

/**
 * Makes an API user; the secret is in the answer, and nowhere else. A process that dies on the way leaves one that can
 * be rotated or revoked. Throws `MoreThanHeld`, `SecretShownBefore`, `IdempotencyKeyReused`.
 */
export const createApiUser =
  ({ apiUsers, apiSignIn }: Needs) =>
  async (authority: Authority, fields: ApiUserFields, stamp: Stamp, idempotency?: Idempotency) => {
    refuse(authority, undefined, fields);
    const user: ApiUser = {
      ...fields,
      accountId: authority.accountId,
      apiUserId: newId('apiUser'),
      createdAt: stamp.at,
      createdBy: stamp.by,
      version: 1,
    };
    const { replayOf } = await apiUsers.create(user, stamp, idempotency);
    if (replayOf !== undefined) throw new SecretShownBefore();
    const secret = apiSecret();
    await apiSignIn.setApiSecret(user.apiUserId, secret);
    return { user, secret };
  };

/** Replaces what an API user may do; its next call meets it. Throws `NotFound`, `ChangedMeanwhile`, `MoreThanHeld`. */
export const changeApiUser =
  ({ apiUsers }: Pick<Ports, 'apiUsers'>) =>
  async (authority: Authority, ref: ApiUserRef, ifMatch: number, fields: ApiUserFields, stamp: Stamp) => {
    const before = required(await apiUsers.read(ref));
    if (before.version !== ifMatch) throw new ChangedMeanwhile();
    refuse(authority, before, fields);
    const user = { ...before, ...fields, version: ifMatch + 1 };
    await apiUsers.change(user, stamp);
    return user;
  };

/**
 * Gives an API user a new secret; the former one and its tokens stop working at once. The tokens go first: a process
 * that dies half-way leaves the former secret, which a repeat replaces.
 * Throws `NotFound`, `MoreThanHeld`, `SecretShownBefore`, `IdempotencyKeyReused`, `ChangedMeanwhile`.
 */
export const rotateSecret =
  ({ apiUsers, apiSignIn, identity }: Needs) =>
  async (authority: Authority, ref: ApiUserRef, stamp: Stamp, idempotency?: Idempotency) => {
    const before = required(await apiUsers.read(ref));
    refuse(authority, before, undefined);
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
  ({ apiUsers, identity }: Needs) =>
  async (authority: Authority, ref: ApiUserRef): Promise<void> => {
    refuse(authority, required(await apiUsers.read(ref)), undefined);
    // What it may do goes last, so that a repeat after a crash finds it, and the sign-in is never left over.
    await identity.removeUser(ref.apiUserId);
    await apiUsers.remove(ref);
  };
