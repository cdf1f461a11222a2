import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { type Answer, type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import {
  accessOf,
  type Colleague,
  changeAccess,
  expectRefused,
  hire,
  type Person,
  welcome,
} from './people.ts';

const cloud = useSharedCloud();
const agencyId = newId('agency');
const ADMINISTRATOR = { permissions: { role: 'administrator' } };
/** Its administrator administers the agency, and so can do everything in the accounts of the others. */
let agency: Office;
beforeAll(async () => {
  agency = await openOffice(cloud(), { agency: { agencyId, name: 'Sunrise Group' } });
});

/** An account with one administrator. */
const openBranch = async () => {
  const branch = await openOffice(cloud(), { agency: { agencyId }, pools: { lmp: 5 } });
  const { userId, email } = branch.administrator;
  const only: Colleague = { userId, email, path: `/accounts/${branch.accountId}/members/${userId}` };
  return { branch, only };
};

/** Every path by which an administrator stops being an active one. Paths that come later join. */
const PATHS: Record<string, (call: Office['call'], who: Colleague) => Promise<Answer>> = {
  suspended: (call, { path }) => call('POST', `${path}/suspend`),
  'given another role': (call, who) => changeAccess(call, who, { role: 'manager' }),
  'given the role of the folder': (call, who) => changeAccess(call, who, { role: null }),
};

const isAdministrator = async (call: Office['call'], who: Colleague): Promise<boolean> => {
  const [access, member] = await Promise.all([accessOf(call, who), call('GET', who.path)]);
  return access.role.role === 'administrator' && member.body.status === 'active';
};

describe.each(Object.entries(PATHS))('the last administrator of an account is not %s', (_, end) => {
  it('D-17 by themselves, by an agency administrator, or while others do not count', async () => {
    const { branch, only } = await openBranch();
    await hire(branch);
    const suspended = await hire(branch, ADMINISTRATOR);
    expect((await branch.call('POST', `${suspended.path}/suspend`)).status).toBe(200);
    for (const call of [branch.call, agency.call]) {
      expectRefused(await end(call, only), 'last-administrator');
      expect(await isAdministrator(agency.call, only)).toBe(true);
    }
    await branch.call('POST', `${suspended.path}/restore`);
    expect((await end(agency.call, only)).status).toBe(200);
    expectRefused(await end(agency.call, suspended), 'last-administrator');
    expect((await changeAccess(agency.call, suspended, { grants: ['export-leads'] })).status).toBe(200);
  });

  it('D-17 when two do it to each other at once: exactly one succeeds', async () => {
    const { branch, only } = await openBranch();
    for (let round = 0; round < 3; round += 1) {
      const other = await welcome(cloud(), branch, ADMINISTRATOR);
      const [first, second] = await Promise.all([end(branch.call, other), end(other.call, only)]);
      expect([first.status, second.status].filter((status) => status === 200)).toHaveLength(1);
      const left = await Promise.all([only, other].map((who) => isAdministrator(agency.call, who)));
      expect(left.filter((is) => is)).toHaveLength(1);
      if (left[0] === false) {
        await agency.call('POST', `${only.path}/restore`);
        await changeAccess(agency.call, only, { role: 'administrator' });
        expect((await end(agency.call, other)).status).toBe(200);
      }
    }
  });

  it('D-17 when all of them are ended at once: one is left', async () => {
    const { branch, only } = await openBranch();
    const others = await Promise.all([1, 2, 3].map(() => hire(branch, ADMINISTRATOR)));
    const everybody = [only, ...others];
    const answers = await Promise.all(everybody.map((who) => end(agency.call, who)));
    for (const answer of answers.filter(({ status }) => status !== 200 && status !== 503))
      expectRefused(answer, 'last-administrator');
    const left = await Promise.all(everybody.map((who) => isAdministrator(agency.call, who)));
    expect(left.filter((is) => is).length).toBeGreaterThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(left.filter((is) => !is).length);
  });
});

describe('who counts as an administrator', () => {
  it('A-10 who waits for a license does not', async () => {
    const full = await openOffice(cloud(), { pools: { lmp: 1 } });
    const waiting = await hire(full, ADMINISTRATOR);
    const { userId, email } = full.administrator;
    const only = { userId, email, path: `/accounts/${full.accountId}/members/${userId}` };
    expect((await full.call('GET', waiting.path)).body.status).toBe('deactivated');
    expectRefused(await changeAccess(full.call, only, { role: 'manager' }), 'last-administrator');
  });

  it('X-19 who has not accepted does not, and from then on does', async () => {
    const { branch, only } = await openBranch();
    const person: Person = await welcome(cloud(), agency);
    const { body } = await agency.call('POST', `/accounts/${agency.accountId}/access-offers`, {
      email: person.email,
      accounts: [{ accountId: branch.accountId, licenses: { kinds: ['lmp'] }, ...ADMINISTRATOR }],
    });
    await branch.follow(body.runs[0].runId);
    expectRefused(await branch.call('POST', `${only.path}/suspend`), 'last-administrator');
    expect((await person.call('POST', `/me/offers/${branch.accountId}/accept`)).status).toBe(200);
    expect((await branch.call('POST', `${only.path}/suspend`)).status).toBe(200);
  });
});
