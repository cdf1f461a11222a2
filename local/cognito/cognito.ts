import type { Client } from './client.ts';
import { CognitoError } from './errors.ts';
import type { Messages } from './messages.ts';
import type { Pool } from './pool.ts';
import type { Identity } from './srp-group.ts';
import type { Store } from './store/store.ts';
import type { Tokens } from './tokens.ts';
import type { Triggers } from './triggers.ts';

/** One user pool at work: what every operation is given. */
export interface Cognito {
  readonly pool: Pool;
  readonly clients: ReadonlyMap<string, Client>;
  readonly store: Store;
  readonly tokens: Tokens;
  readonly triggers: Triggers;
  readonly messages: Messages;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Throws ResourceNotFoundException for an app client that is not the pool's. */
export const requireClient = ({ clients }: Pick<Cognito, 'clients'>, clientId: string): Client => {
  const client = clients.get(clientId);
  if (client === undefined) {
    throw new CognitoError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
  }
  return client;
};

/** Throws ResourceNotFoundException for a pool that is not this one. */
export const requirePool = ({ pool }: Pick<Cognito, 'pool'>, userPoolId: string): void => {
  if (userPoolId !== pool.id) {
    throw new CognitoError('ResourceNotFoundException', `User pool ${userPoolId} does not exist.`);
  }
};

export const identityOf = ({ pool }: Pick<Cognito, 'pool'>, username: string): Identity => ({
  poolName: pool.name,
  username,
});
