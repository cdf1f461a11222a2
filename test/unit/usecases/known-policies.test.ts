import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../core/domain/authorization/policy.ts';
import { newId } from '../../../core/domain/ids.ts';
import { authorize } from '../../../core/usecases/authorize.ts';
import { knownPolicies } from '../../../core/usecases/known-policies.ts';
import { intercepted } from '../../ports/intercepted.ts';
import { withRole } from '../../ports/policy-samples.ts';
import { policyOf } from '../authorization/policies.ts';
import { HOME, openCompany } from './company.ts';

/** A store of policies at one version each, which counts what is read of it. */
const counting = (versionOf: (accountId: string) => number) => {
  const reads: string[] = [];
  const read = async (accountId: string): Promise<Policy> => {
    reads.push(accountId);
    return { ...policyOf({ version: versionOf(accountId) }), accountId };
  };
  return { reads, policyOf: knownPolicies({ policies: { read } }) };
};

describe('the policies that a function keeps at hand', () => {
  it('cost one read when the version has changed, and none while it stands', async () => {
    let version = 1;
    const { reads, policyOf: known } = counting(() => version);
    const first = await known('acc_1', 1);
    expect(await known('acc_1', 1)).toBe(first);
    expect(reads).toHaveLength(1);
    version = 2;
    expect((await known('acc_1', 2)).policy.version).toBe(2);
    expect(await known('acc_1', 2)).not.toBe(first);
    expect(reads).toHaveLength(2);
  });

  it('cost nothing for an account that has changed nothing yet', async () => {
    const { reads, policyOf: known } = counting(() => 1);
    expect((await known('acc_1', 0)).policy).toMatchObject({ accountId: 'acc_1', version: 0 });
    expect(reads).toEqual([]);
  });

  it('are never one account’s in place of another’s', async () => {
    const { policyOf: known } = counting(() => 1);
    expect((await known('acc_1', 1)).policy.accountId).toBe('acc_1');
    expect((await known('acc_2', 1)).policy.accountId).toBe('acc_2');
  });

  it('are those of a hundred accounts, the ones read last', async () => {
    const { reads, policyOf: known } = counting(() => 1);
    for (let index = 0; index <= 100; index += 1) await known(`acc_${index}`, 1);
    await known('acc_1', 1);
    await known('acc_100', 1);
    expect(reads).toHaveLength(101);
    await known('acc_0', 1);
    expect(reads).toHaveLength(102);
  });

  it('give to whoever asks with the new version nothing of the old one', async () => {
    const { ports, accountId, hire, setPolicy } = await openCompany();
    const boss = await hire({ role: 'administrator' });
    const reads: string[] = [];
    const decide = authorize(
      intercepted(ports, (name, call) => {
        reads.push(name);
        return call();
      }),
    );
    const asked = { accountId, userId: boss.userId, signedInAtSeconds: 0, sourceAddress: HOME };
    const ask = async () => (await decide({ ...asked, endpoint: 'listRoles' })).policy.policy;
    expect((await ask()).version).toBe(0);
    const roleId = newId('role');
    await setPolicy((policy) => ({ ...policy, roles: withRole(policy, roleId).roles }));
    expect((await ask()).roles[roleId]).toBeDefined();
    await ask();
    expect(reads.filter((name) => name === 'standings.read')).toHaveLength(3);
    expect(reads.filter((name) => name !== 'standings.read')).toHaveLength(1);
  });
});
