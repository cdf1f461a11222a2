import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import { readMailsTo } from '../../../local/ses/read-mails.ts';
import { type Colleague, hire, type Post, postOf } from '../access/people.ts';
import type { Answer, Office, OfficeCloud } from '../office.ts';

/** What happens by itself has happened within this time. */
const SECONDS = 15;

/** Looks again and again, until what is seen is what is expected. */
export const eventually = async (look: () => Promise<void>, seconds = SECONDS): Promise<void> => {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
};

/** Buys seats, or gives them up. */
export const own = async (
  { accountId, call }: Pick<Office, 'accountId' | 'call'>,
  seats: Partial<Record<LicenseKind, number>>,
): Promise<Answer> => {
  const billing = `/accounts/${accountId}/billing`;
  const { headers } = await call('GET', billing);
  const answer = await call('PUT', `${billing}/seats`, { seats }, { 'if-match': headers.get('etag') ?? '' });
  expect(answer).toMatchObject({ status: 200 });
  return answer;
};

/** An account's pool of a kind, as its administrator reads it. */
export const poolOf = async ({ accountId, call }: Office, kind: LicenseKind) => {
  const { body } = await call('GET', `/accounts/${accountId}`);
  return body.pools.find((pool: { kind: string }) => pool.kind === kind);
};

/** The licenses of a member, by kind, with the state of each. */
export const statesOf = async ({ call }: Pick<Office, 'call'>, { path }: Pick<Colleague, 'path'>) => {
  const { status, body } = await call('GET', `${path}/licenses`);
  expect([status, body.type]).toEqual([200, undefined]);
  return Object.fromEntries(
    body.licenses.map(({ kind, state }: { kind: string; state: string }) => [kind, state]),
  );
};

export const statusOf = async ({ call }: Pick<Office, 'call'>, { path }: Pick<Colleague, 'path'>) =>
  (await call('GET', path)).body.status;

/** Who waits, oldest first. */
export const lineOf = async ({ accountId, call }: Office): Promise<readonly string[]> =>
  (await call('GET', `/accounts/${accountId}/waiting-line`)).body.items.map(
    ({ userId }: { userId: string }) => userId,
  );

/** Somebody with these licenses, as far as they are to be had. */
export const hireWith = (
  office: Office,
  kinds: readonly LicenseKind[],
  post: Post = {},
): Promise<Colleague> => hire(office, { ...post, licenses: { kinds } });

/** Starts a run, which ends at a step that fails. */
export const parkedRun = async (office: Office, post: Post) => {
  const request = postOf(post);
  const { body } = await office.call('POST', `/accounts/${office.accountId}/onboardings`, request);
  const run = await office.follow(body.runId);
  expect(run.status).toBe('failed');
  return { ...run, path: `/accounts/${office.accountId}/onboardings/${run.runId}` };
};

export const mailsTo = ({ mailboxUrl }: Pick<OfficeCloud, 'mailboxUrl'>, email: string) =>
  readMailsTo(mailboxUrl, email);
