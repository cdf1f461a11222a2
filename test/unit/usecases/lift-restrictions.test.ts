import { describe, expect, it } from 'vitest';
import { AddressNotAllowed, InvalidRequest, WrongMemberStatus } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import type { User } from '../../../core/domain/member.ts';
import { recordOf } from '../../../core/domain/section-record.ts';
import { authorize } from '../../../core/usecases/authorize.ts';
import { liftRestrictions } from '../../../core/usecases/lift-restrictions.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { given, LATER, NOW, request, stampAt } from '../../ports/samples.ts';
import { execute, takeUpTo } from '../../ports/state-machine.ts';

const NETWORKS = ['203.0.113.0/24'];

/** An account whose one member may call from their networks only. */
const lockedOut = async (allowedNetworks: readonly string[] = NETWORKS) => {
  const world = inMemory();
  const accountId = await given(world.ports).account();
  const run = await given(world.ports).run(
    accountId,
    request({
      permissions: { role: 'administrator' },
      ...(allowedNetworks.length > 0 && { access: { allowedNetworks } }),
    }),
  );
  await execute(world.ports, run);
  const { userId, sections } = run;
  const callFromElsewhere = (account = accountId) =>
    authorize(world.ports)({
      accountId: account,
      userId,
      signedInAtSeconds: Date.parse(LATER) / 1000,
      sourceAddress: '198.51.100.7',
      endpoint: 'listMembers',
    });
  const changeUser = (more: Partial<User>) => {
    const user = world.database.users.get(userId);
    if (user !== undefined) world.database.users.set(userId, { ...user, ...more });
  };
  return { ...world, accountId, userId, email: sections.profile.email, callFromElsewhere, changeUser };
};

const faultsOf = async (promise: Promise<unknown>) => {
  const refusal = await promise.catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InvalidRequest);
  return refusal instanceof InvalidRequest ? refusal.faults : [];
};

describe('break-glass', () => {
  it('A-7 lets an administrator in again who has shut themselves out, from their next call on', async () => {
    const { ports, accountId, userId, email, callFromElsewhere, logged } = await lockedOut();
    await expect(callFromElsewhere()).rejects.toThrow(AddressNotAllowed);
    const before = await ports.members.read({ accountId, userId });
    expect(await liftRestrictions(ports)({ email }, stampAt(LATER))).toEqual({
      accountId,
      userId,
      networks: NETWORKS,
    });
    await expect(callFromElsewhere()).resolves.toMatchObject({ userId });
    const after = await ports.members.read({ accountId, userId });
    expect(after?.member.version).toBe((before?.member.version ?? 0) + 1);
    const { data, ...record } = recordOf(after?.records ?? [], 'access') ?? {};
    expect(data).toBeUndefined();
    expect(record).toMatchObject({ state: 'skipped', endedAt: NOW });
    const details = { accountId, userId, networks: 1, requestId: stampAt().requestId };
    expect(logged).toContainEqual({ code: 'RESTRICTIONS_LIFTED', details });
  });

  it('A-7 D-25 lifts what restricts an agency role in every account of the agency', async () => {
    const world = await lockedOut();
    const { ports, accountId, userId, changeUser, database, callFromElsewhere } = world;
    const agencyId = newId('agency');
    const other = await given(ports).account();
    for (const id of [accountId, other]) {
      const account = database.accounts.get(id);
      if (account !== undefined) database.accounts.set(id, { ...account, agencyId });
    }
    const role = { agencyId, accountId, role: 'agency-administrator' } as const;
    changeUser({ agencyRole: { ...role, allowedNetworks: NETWORKS } });
    await expect(callFromElsewhere(other)).rejects.toThrow(AddressNotAllowed);
    await liftRestrictions(ports)({ userId }, stampAt(LATER));
    expect(await callFromElsewhere(other)).toMatchObject({ agencyRole: 'agency-administrator' });
    expect((await ports.users.read(userId))?.agencyRole).toEqual(role);
  });

  it('does nothing when it is repeated, or when there is nothing to lift', async () => {
    const locked = await lockedOut();
    await liftRestrictions(locked.ports)({ userId: locked.userId }, stampAt(LATER));
    for (const { ports, database, userId, accountId } of [locked, await lockedOut([])]) {
      const before = structuredClone(database);
      const lifted = await liftRestrictions(ports)({ userId, accountId }, stampAt(LATER));
      expect(lifted).toEqual({ accountId, userId, networks: [] });
      expect(database).toEqual(before);
    }
  });

  it('refuses who is nobody, and an account that is not theirs', async () => {
    const { ports, accountId, userId } = await lockedOut();
    const refused = (named: Parameters<ReturnType<typeof liftRestrictions>>[0]) =>
      faultsOf(liftRestrictions(ports)(named, stampAt(LATER)));
    expect(await refused({ email: 'nobody@example.com' })).toMatchObject([{ pointer: '/email' }]);
    expect(await refused({ userId: newId('user') })).toMatchObject([{ pointer: '/userId' }]);
    expect(await refused({ userId, accountId: newId('account') })).toEqual([
      { pointer: '/accountId', detail: `must be an account of this user: ${accountId}` },
    ]);
  });

  it('D-3 asks which account is meant of a user who is in several', async () => {
    const { ports, accountId, userId, changeUser } = await lockedOut();
    const other = newId('account');
    changeUser({ accountIds: [accountId, other] });
    const lift = liftRestrictions(ports);
    expect(await faultsOf(lift({ userId }, stampAt(LATER)))).toEqual([
      { pointer: '/accountId', detail: `must be an account of this user: ${accountId}, ${other}` },
    ]);
    expect(await lift({ userId, accountId }, stampAt(LATER))).toMatchObject({ networks: NETWORKS });
  });

  it('leaves alone who is still being set up', async () => {
    const { ports } = inMemory();
    const accountId = await given(ports).account();
    const run = await given(ports).run(accountId, request({ access: { allowedNetworks: NETWORKS } }));
    await takeUpTo(ports, 'RestrictAccess', run);
    const lifted = liftRestrictions(ports)({ userId: run.userId }, stampAt(NOW));
    await expect(lifted).rejects.toThrow(WrongMemberStatus);
  });
});
