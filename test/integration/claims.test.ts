import { beforeAll, describe, expect, it } from 'vitest';
import { size } from '../size.ts';
import { expectNoOrphans } from './census.ts';
import { useCloud } from './cloud-for-tests.ts';
import { type Office, openOffice, shortRequest, unique } from './office.ts';

const cloud = useCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const REQUESTS = size({ test: 200, full: 1000 });

/** The same text as different people type it: letter case, surrounding space, full-width letters. */
const spelled = (text: string, variant: number): string => {
  const wide = (letters: string) =>
    letters.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
  return [text, text.toUpperCase(), `  ${text} `, wide(text), wide(text).toUpperCase()][variant % 5] ?? text;
};

const race = (request: (n: number) => unknown) =>
  Promise.all(
    Array.from({ length: REQUESTS }, (_, n) =>
      office.call('POST', `/accounts/${office.accountId}/onboardings`, request(n)),
    ),
  );

describe('claims', () => {
  it.each([
    ['D-31 email', 'email', 'user-exists'],
    ['C-49 login ID', 'loginId', 'login-id-taken'],
  ] as const)('%s: of many simultaneous requests exactly one wins', async (_, field, code) => {
    const before = await office.call('GET', `/accounts/${office.accountId}`);
    const wanted = field === 'email' ? `${unique()}@example.com` : unique();
    const answers = await race((n) => {
      const request = shortRequest();
      return { ...request, profile: { ...request.profile, [field]: spelled(wanted, n) } };
    });
    const won = answers.filter((answer) => answer.status === 202);
    expect(won).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 202) continue;
      expect(answer).toMatchObject({
        status: 409,
        body: { type: `urn:rollcall:problem:${code}`, errors: [{ pointer: `/profile/${field}` }] },
      });
    }
    const run = await office.follow(won[0]?.body.runId);
    expect(run.outcome).toBe('active');

    // Nothing of the others stayed behind: one seat more than before, and no item or sign-in without an owner.
    const after = await office.call('GET', `/accounts/${office.accountId}`);
    expect(after.body.pools[0].assigned).toBe(before.body.pools[0].assigned + 1);
    await expectNoOrphans(cloud());
  });

  it('X-3 never sells the last seat twice', async () => {
    const small = await openOffice(cloud(), { pools: { lmp: 6 } });
    const starts = await Promise.all(
      Array.from({ length: 20 }, () =>
        small.call('POST', `/accounts/${small.accountId}/onboardings`, shortRequest()),
      ),
    );
    const runs = await Promise.all(starts.map(({ body }) => small.follow(body.runId)));
    expect(runs.filter((run) => run.outcome === 'active')).toHaveLength(5);
    expect(runs.filter((run) => run.outcome === 'deactivated')).toHaveLength(15);
    const { body } = await small.call('GET', `/accounts/${small.accountId}`);
    expect(body.pools[0]).toMatchObject({ kind: 'lmp', purchased: 6, assigned: 6, free: 0, waiting: 15 });
    await expectNoOrphans(cloud());
  });
});
