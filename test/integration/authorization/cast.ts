import { setTimeout as sleep } from 'node:timers/promises';
import { GRANTABLE_ENDPOINTS } from '../../../core/domain/endpoints.ts';
import { PERMISSION_KEYS } from '../../../core/domain/permissions.ts';
import { signIn } from '../../../local/sign-in.ts';
import { conditionally, HERE, type Post, welcome } from '../access/people.ts';
import { callerOf, type OfficeCloud, openOffice } from '../office.ts';
import type { Kind } from './expected-answers.ts';
import { bodyOf, type Call, type House, type Houses } from './houses.ts';

/** Who calls: a person, a program, or nobody. */
export interface Caller {
  /** The id that they put into a path where they ask about themselves. */
  userId: string;
  call: Call;
  /** Of people: signs them in again, after all their sessions have ended. */
  signInAgain?: () => Promise<void>;
}

export interface Program extends Caller {
  apiUserId: string;
  secret: string;
}

interface Login {
  userId: string;
  email: string;
  password: string;
  accessToken: string;
}

/** Tokens tell their beginning in whole seconds, and one from the second of the sign-out counts as before it. */
export const nextSecond = (): Promise<void> => sleep(1_000 - (Date.now() % 1_000));

/** A person whose token is replaced when they sign in again. */
const person = (cloud: OfficeCloud, { userId, email: username, password, accessToken }: Login): Caller => {
  let call = callerOf(cloud, accessToken);
  return {
    userId,
    call: (...request) => call(...request),
    signInAgain: async () => {
      await nextSecond();
      call = callerOf(cloud, (await signIn(cloud, { username, password })).accessToken);
    },
  };
};

/** Makes an API user and signs it in. */
export const hireProgram = async (
  cloud: OfficeCloud,
  { accountId, call }: House['office'],
  fields: Record<string, unknown>,
): Promise<Program> => {
  const request = { name: 'Program', allowedNetworks: HERE, ...fields };
  const made = bodyOf(await call('POST', `/accounts/${accountId}/api-users`, request));
  const { apiUserId, secret } = made;
  const { accessToken } = bodyOf(await callerOf(cloud)('POST', '/token', { apiUserId, secret }));
  return { userId: apiUserId, apiUserId, secret, call: callerOf(cloud, accessToken) };
};

/** Gives some every right in the folder `own`, and access to the queue `own`. */
const openTo = async ({ office: { call }, own }: House, ...subjects: readonly string[]): Promise<void> => {
  const path = `/accounts/${own.accountId}/folders/${own.folderId}`;
  const { name } = bodyOf(await call('GET', path));
  const access = { read: subjects, write: subjects, store: subjects };
  bodyOf(await conditionally(call, 'PUT', path, { name, access }));
  const list = `/accounts/${own.accountId}/access-lists/queue/${own.key}`;
  bodyOf(await conditionally(call, 'PUT', list, { subjects: [own.groupId, ...subjects] }));
};

/** One caller of each kind. */
export const hireCast = async (
  cloud: OfficeCloud,
  { home, sister }: Pick<Houses, 'home' | 'sister'>,
): Promise<Record<Kind, Caller> & { program: Program }> => {
  const { office, own } = home;
  const of = ({ administrator }: House['office']): Caller => person(cloud, administrator);
  const join = async (role: string, post: Post = {}): Promise<Caller> => {
    const permissions = { role, ...post.permissions };
    return person(cloud, await welcome(cloud, office, { profile: { folderId: own.folderId }, permissions }));
  };
  const asManager = { permissions: { grants: ['use-sip'] } };
  const everything = { endpoints: GRANTABLE_ENDPOINTS, grants: PERMISSION_KEYS };
  const [people, program, gauge, lone] = await Promise.all([
    Promise.all([
      join('administrator'),
      join('manager', asManager),
      join('agent'),
      join('call-agent'),
      join('report-manager'),
      join('billing-manager'),
      join('administrator'),
      join('manager', asManager),
    ] as const),
    hireProgram(cloud, office, everything),
    hireProgram(cloud, office, { endpoints: ['readMember'] }),
    openOffice(cloud),
  ]);
  const [
    // Not the one of the office, who keeps the house: these are signed out.
    administrator,
    manager,
    agent,
    callAgent,
    reportManager,
    billingManager,
    suspended,
    signedOut,
  ] = people;
  await openTo(home, manager.userId, program.apiUserId, signedOut.userId);
  const members = `/accounts/${own.accountId}/members`;
  bodyOf(await office.call('POST', `${members}/${signedOut.userId}/sign-out`));
  bodyOf(await office.call('POST', `${members}/${suspended.userId}/suspend`));
  return {
    administrator,
    manager,
    agent,
    callAgent,
    reportManager,
    billingManager,
    agencyAdministrator: of(sister.office),
    program,
    gauge,
    suspended,
    signedOut,
    outsider: of(lone),
    nobody: { userId: own.userId, call: callerOf(cloud) },
  };
};
