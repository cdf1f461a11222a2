import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { parseClient } from './client.ts';
import type { Cognito } from './cognito.ts';
import { createApp } from './http.ts';
import { createMessages, type SendMail } from './messages.ts';
import { parsePool } from './pool.ts';
import { openStore } from './store/store.ts';
import { createTokens } from './tokens.ts';
import { createTriggers, type Invoke } from './triggers.ts';

export interface CognitoOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** `:memory:`, or a file: users, keys, sessions and refresh tokens then survive a restart. */
  readonly databasePath: string;
  readonly region: string;
  /** Such as `us-east-1_Rollcall1`. */
  readonly poolId: string;
  /** The resolved CloudFormation properties of the AWS::Cognito::UserPool. */
  readonly pool: unknown;
  /** With the resolved properties of each AWS::Cognito::UserPoolClient. */
  readonly clients: readonly { readonly clientId: string; readonly properties: unknown }[];
  /** Runs a trigger's function and returns what it answers. */
  readonly invoke: Invoke;
  readonly sendMail: SendMail;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
}

const createCognito = async (options: CognitoOptions): Promise<Cognito> => {
  const now = options.now ?? Date.now;
  const pool = parsePool(options.poolId, options.region, options.pool);
  const clients = new Map(
    options.clients.map(({ clientId, properties }) => [clientId, parseClient(clientId, properties)]),
  );
  const store = openStore(options.databasePath, pool, now);
  const triggers = createTriggers(pool, options.invoke);
  const tokens = await createTokens(pool, store, triggers, now);
  return {
    pool,
    clients,
    store,
    tokens,
    triggers,
    messages: createMessages(pool, triggers, options.sendMail),
    now,
  };
};

/**
 * Stands in for one Amazon Cognito user pool on 127.0.0.1. Rejects with one line when the properties ask for
 * something it does not emulate, when the database cannot be used, or when the port is taken.
 */
export const startCognito = async (
  options: CognitoOptions,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const cognito = await createCognito(options);
  const server = createAdaptorServer({ fetch: createApp(cognito).fetch });
  try {
    server.listen(options.port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    cognito.store.close();
    throw error;
  }
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await closed;
    cognito.store.close();
  };
  return { url: `http://127.0.0.1:${portOf(server.address())}`, stop };
};

const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new Error('The local Cognito has no port');
  return address.port;
};
