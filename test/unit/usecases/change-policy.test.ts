import { describe, expect, it } from 'vitest';
import { clock } from '../../../core/adapters/clock.ts';
import type { Policy } from '../../../core/domain/authorization/policy.ts';
import { Busy, IdempotencyKeyReused, InUse, NotFound } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { changePolicy } from '../../../core/usecases/change-policy.ts';
import type { Policies } from '../../../core/usecases/ports.ts';
import { withRole } from '../../ports/policy-samples.ts';
import { idempotency, stampAt } from '../../ports/samples.ts';
import { openCompany } from './company.ts';

const role = (id: string) => ({ kind: 'role' as const, id });
const withoutRole = (policy: Policy, id: string): Policy => {
  const { [id]: _, ...roles } = policy.roles;
  return { ...policy, version: policy.version + 1, roles };
};

describe('a change of an account’s policy', () => {
  it('D-2 makes the next version, which can be used from then on', async () => {
    const { ports, accountId, hire } = await openCompany();
    const id = newId('role');
    const edit = (policy: Policy) => withRole(policy, id);
    const made = await changePolicy(ports)({ accountId, edit, created: role(id) }, stampAt());
    expect(made).toMatchObject({ id, policy: { version: 1 } });
    expect(await ports.policies.read(accountId)).toEqual(made.policy);
    await expect(hire({ role: id })).resolves.toBeDefined();
  });

  it('is made again on what somebody else has changed meanwhile, and loses nothing of theirs', async () => {
    const { ports, accountId } = await openCompany();
    const [mine, theirs] = [newId('role'), newId('role')];
    const seen: number[] = [];
    const edit = (policy: Policy) => {
      seen.push(policy.version);
      return withRole(policy, mine);
    };
    const read: Policies['read'] = async (id) => {
      const policy = await ports.policies.read(id);
      if (seen.length === 0)
        await ports.policies.change(withRole(policy, theirs), { created: role(theirs) }, stampAt());
      return policy;
    };
    const busy = { ...ports, policies: { ...ports.policies, read } };
    await changePolicy(busy)({ accountId, edit, created: role(mine) }, stampAt());
    expect(seen).toEqual([0, 1]);
    expect(Object.keys((await ports.policies.read(accountId)).roles).sort()).toEqual([mine, theirs].sort());
  });

  it('of twenty people at once is done for each', async () => {
    const { ports: still, accountId } = await openCompany();
    // Pauses of many at once overlap, which they cannot by a clock that stands still.
    const ports = { ...still, clock };
    const made = await Promise.allSettled(
      Array.from({ length: 20 }, () => {
        const id = newId('role');
        const edit = (policy: Policy) => withRole(policy, id);
        return changePolicy(ports)({ accountId, edit, created: role(id) }, stampAt());
      }),
    );
    const done = made.filter(({ status }) => status === 'fulfilled').length;
    expect(Object.keys((await ports.policies.read(accountId)).roles)).toHaveLength(done);
    for (const attempt of made)
      if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(Busy);
    expect(done).toBeGreaterThanOrEqual(8);
  });

  it('is given up for now when others are always faster', async () => {
    const { ports, accountId } = await openCompany();
    let tries = 0;
    const change: Policies['change'] = async () => {
      tries += 1;
      return { outcome: 'stale' };
    };
    const edit = (policy: Policy) => withRole(policy, newId('role'));
    const busy = { ...ports, policies: { ...ports.policies, change } };
    const never = changePolicy(busy)({ accountId, edit }, stampAt());
    await expect(never).rejects.toThrow(Busy);
    expect(tries).toBe(8);
  });

  it('does nothing when the edit refuses', async () => {
    const { ports, accountId, database } = await openCompany();
    const before = structuredClone(database);
    const edit = () => {
      throw new NotFound();
    };
    await expect(changePolicy(ports)({ accountId, edit }, stampAt())).rejects.toThrow(NotFound);
    expect(database).toEqual(before);
  });

  it('D-5 deletes nothing that is in use, and says by whom', async () => {
    const { ports, accountId, hire } = await openCompany();
    const id = newId('role');
    const add = (policy: Policy) => withRole(policy, id);
    await changePolicy(ports)({ accountId, edit: add, created: role(id) }, stampAt());
    const run = await hire({ role: id });
    const edit = (policy: Policy) => withoutRole(policy, id);
    const error = await changePolicy(ports)({ accountId, edit, deleted: role(id) }, stampAt()).catch(
      (refusal: unknown) => refusal,
    );
    expect(error).toBeInstanceOf(InUse);
    expect(error).toMatchObject({
      message: 'The role is in use.',
      faults: [{ pointer: '', detail: `Ana Ruiz (${run.userId})` }],
    });
    expect((await ports.policies.read(accountId)).roles[id]).toBeDefined();
  });

  it('D-5 is made once more when the last user has just gone', async () => {
    const { ports, accountId } = await openCompany();
    const id = newId('role');
    const add = (policy: Policy) => withRole(policy, id);
    await changePolicy(ports)({ accountId, edit: add, created: role(id) }, stampAt());
    let calls = 0;
    const change: Policies['change'] = (...asked) => {
      calls += 1;
      return calls === 1 ? Promise.resolve({ outcome: 'in-use' }) : ports.policies.change(...asked);
    };
    const edit = (policy: Policy) => withoutRole(policy, id);
    const policies = { ...ports.policies, change };
    const done = await changePolicy({ ...ports, policies })(
      { accountId, edit, deleted: role(id) },
      stampAt(),
    );
    expect(done).toMatchObject({ id, policy: { roles: {} } });
  });

  it('X-11 is done once under one Idempotency-Key, and answers what was made then', async () => {
    const { ports, accountId } = await openCompany();
    const key = idempotency();
    const make = async (request = key) => {
      const id = newId('role');
      const edit = (policy: Policy) => withRole(policy, id);
      return changePolicy(ports)({ accountId, edit, created: role(id) }, stampAt(), request);
    };
    const first = await make();
    const again = await make();
    expect(again.id).toBe(first.id);
    expect(Object.keys(again.policy.roles)).toEqual([first.id]);
    await expect(make({ ...key, requestHash: 'other' })).rejects.toThrow(IdempotencyKeyReused);
  });
});
