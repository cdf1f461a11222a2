import { expect } from 'vitest';
import { PROBLEMS, type ProblemCode, problemType } from '../../../core/contract/problems.ts';
import { newPassword } from '../../../local/make-account.ts';
import { waitForMail } from '../../../local/ses/read-mails.ts';
import { acceptInvitation } from '../../../local/sign-in.ts';
import { type Answer, callerOf, type Office, type OfficeCloud, shortRequest } from '../office.ts';

/** Networks that the tests call from, and one that they do not. */
export const HERE = ['127.0.0.0/8', '::1/128'];
export const ELSEWHERE = ['203.0.113.0/24', '2001:db8::/32'];

/** What a refusal looks like, to match an answer against. */
const refused = (code: ProblemCode) => ({
  status: PROBLEMS[code].status,
  body: { type: problemType(code) },
});

/** Expects a refusal, and shows the whole answer when it is another. */
export const expectRefused = (answer: Answer, code: ProblemCode): void => {
  expect(answer).toMatchObject(refused(code));
};

/** What a member is given beyond the shortest request: parts of the profile, of the permissions, and sections. */
export interface Post {
  profile?: Record<string, unknown>;
  permissions?: Record<string, unknown>;
  access?: { allowedNetworks: readonly string[] };
  licenses?: { kinds: readonly string[] };
  employee?: Record<string, unknown>;
}

/** A request for somebody new; without permissions they are call agents by hand. */
export const postOf = ({ profile = {}, permissions = { role: 'call-agent' }, ...sections }: Post = {}) => {
  const request = shortRequest();
  return { ...request, profile: { ...request.profile, ...profile }, permissions, ...sections };
};

/** Somebody of an office: the paths about them, their access, and how to change it. */
export interface Colleague {
  userId: string;
  email: string;
  /** Of the member, inside `/v1`. */
  path: string;
}

/** Onboards somebody, to the end of the run. They have no password yet. */
export const hire = async (office: Office, post: Post = {}): Promise<Colleague> => {
  const request = postOf(post);
  const { status, body } = await office.call('POST', `/accounts/${office.accountId}/onboardings`, request);
  if (status !== 202) throw new Error(`nobody was onboarded: ${status} ${JSON.stringify(body)}`);
  const run = await office.follow(body.runId);
  if (run.status !== 'done') throw new Error(`the run ended ${run.status}: ${JSON.stringify(run.failure)}`);
  const { userId } = run;
  return { userId, email: request.profile.email, path: `/accounts/${office.accountId}/members/${userId}` };
};

/** Somebody who has signed in, and the public API as they call it. */
export interface Person extends Colleague {
  password: string;
  accessToken: string;
  call: Office['call'];
}

/** Onboards somebody, who takes the invitation and signs in. */
export const welcome = async (cloud: OfficeCloud, office: Office, post: Post = {}): Promise<Person> => {
  const colleague = await hire(office, post);
  const password = newPassword();
  const mail = await waitForMail(cloud.mailboxUrl, colleague.email);
  const { accessToken } = await acceptInvitation(cloud, { mail: mail.body.html ?? '', password });
  return { ...colleague, password, accessToken, call: callerOf(cloud, accessToken) };
};

/** Reads, and sends what is to be there instead on the condition that nobody was faster. */
export const conditionally = async (
  call: Office['call'],
  method: 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const { headers } = await call('GET', path);
  return call(method, path, body, { 'if-match': headers.get('etag') ?? '"0"' });
};

/** Changes what a member may do, as `call` may. */
export const changeAccess = (
  call: Office['call'],
  { path }: Pick<Colleague, 'path'>,
  edit: Record<string, unknown>,
): Promise<Answer> => conditionally(call, 'PATCH', `${path}/access`, edit);

/** What a member may do, as somebody who may know is told. */
export const accessOf = async (call: Office['call'], { path }: Pick<Colleague, 'path'>) => {
  const { status, body } = await call('GET', `${path}/access`);
  expect([status, body.type]).toEqual([200, undefined]);
  return {
    ...body,
    effective: body.permissions
      .filter(({ effective }: { effective: boolean }) => effective)
      .map(({ permission }: { permission: string }) => permission),
    pageKeys: body.pages.map(({ page }: { page: string }) => page),
  };
};

/** The rights of somebody in every folder, as the account's administrator gives them. */
export const openRootTo = async (office: Office, ...subjects: readonly string[]): Promise<void> => {
  const path = `/accounts/${office.accountId}/folders/fld_root`;
  const { body } = await office.call('GET', path);
  const { name, role, permissions, access } = body;
  const added = (list: readonly string[]) => [...new Set([...list, ...subjects])];
  const { status } = await conditionally(office.call, 'PUT', path, {
    name,
    role,
    permissions,
    access: { read: added(access.read), write: added(access.write), store: added(access.store) },
  });
  expect(status).toBe(200);
};
