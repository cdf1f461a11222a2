import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { CreateAccountRequest } from '../core/contract/create-account.ts';
import { newId } from '../core/domain/ids.ts';
import type { Cloud } from './cloud.ts';
import { makeAccount, newPassword } from './make-account.ts';
import { Refusal, systemErrorCode } from './refusal.ts';
import { accept, signIn } from './sign-in.ts';

/** The sample account of a data directory. Kept, so that it is made once, and its login can be told at every start. */
const stateSchema = z.object({
  accountId: z.string(),
  userPoolId: z.string(),
  admin: z.object({ email: z.string(), password: z.string() }),
  /** False while it is being made: a start that was cut off goes on from here. */
  ready: z.boolean(),
});
export type SampleAccount = z.infer<typeof stateSchema>;

export const STATE_FILE = 'state.json';

/** Throws a refusal when the file is there and cannot be understood. */
export const readSampleAccount = (dataDirectory: string): SampleAccount | undefined => {
  const path = join(dataDirectory, STATE_FILE);
  try {
    return stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw new Refusal(`${path} cannot be read: start with --reset to begin anew`);
  }
};

const keep = (dataDirectory: string, account: SampleAccount): SampleAccount => {
  const path = join(dataDirectory, STATE_FILE);
  // Written aside first: a start that is cut off here must not leave half a file.
  writeFileSync(`${path}.new`, JSON.stringify(account), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return account;
};

const orderFor = ({ accountId, admin }: SampleAccount, location: string): CreateAccountRequest => ({
  account: {
    accountId,
    name: 'Sample Calls',
    language: 'en',
    licensePolicy: 'deactivate',
    pools: [
      { kind: 'lmp', purchased: 25 },
      { kind: 'dialer', purchased: 10 },
      { kind: 'voip', purchased: 10 },
      { kind: 'email', purchased: 5 },
      { kind: 'fax', purchased: 2 },
    ],
  },
  administrator: {
    email: admin.email,
    loginId: 'sam.sample',
    firstName: 'Sam',
    lastName: 'Sample',
    language: 'en',
    location,
  },
});

/**
 * Makes the sample account, the way an operator does, and takes its administrator through the invitation to a login.
 * Repeating it after a crash makes nothing twice.
 */
export const ensureSampleAccount = async (cloud: Cloud, dataDirectory: string): Promise<SampleAccount> => {
  const existing = readSampleAccount(dataDirectory);
  if (existing !== undefined && existing.userPoolId !== cloud.userPoolId) {
    throw new Refusal(
      `${dataDirectory} belongs to another configuration (stage or home region): start with --reset or --data`,
    );
  }
  if (existing?.ready) return existing;
  const account =
    existing ??
    keep(dataDirectory, {
      accountId: newId('account'),
      userPoolId: cloud.userPoolId,
      admin: { email: 'sam@sample.example', password: newPassword() },
      ready: false,
    });
  const { email, password } = account.admin;
  // Cut off just after the password was set: then the invitation no longer works, and the password does.
  const tokens = existing && (await signIn(cloud, { username: email, password }).catch(() => undefined));
  if (tokens !== undefined) await accept(cloud, tokens);
  else await makeAccount(cloud, orderFor(account, cloud.region), password);
  return keep(dataDirectory, { ...account, ready: true });
};
