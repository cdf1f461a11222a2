import { describe, expect, it } from 'vitest';
import {
  AccountExists,
  IdempotencyKeyReused,
  InvalidRequest,
  UserExists,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { createAccount } from '../../../core/usecases/create-account.ts';
import { readAccount } from '../../../core/usecases/read-account.ts';
import { sweepRuns } from '../../../core/usecases/sweep-runs.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { crashingAt, momentsIn } from '../../ports/intercepted.ts';
import { PRICES } from '../../ports/prices.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { Crash, execute } from '../../ports/state-machine.ts';

const asked = (more: { accountId?: string; purchased?: number; email?: string; loginId?: string } = {}) => ({
  account: {
    accountId: more.accountId,
    name: 'Acme',
    language: 'en',
    licensePolicy: 'deactivate' as const,
    pools: [
      { kind: 'voip' as const, purchased: 2 },
      { kind: 'lmp' as const, purchased: more.purchased ?? 1 },
    ],
  },
  administrator: {
    email: more.email ?? 'ana@example.com',
    loginId: more.loginId ?? 'ana',
    firstName: 'Ana',
    lastName: 'Ruiz',
    language: 'es',
    location: 'us-east-1',
  },
});

type Asked = Parameters<ReturnType<typeof createAccount>>[0];

const create = ({ ports }: Pick<World, 'ports'>, request: Asked = asked(), hash = 'hash') =>
  createAccount(ports, PRICES)(request, hash, stampAt());

describe('making an account', () => {
  it('A-9 makes its pools, in the order of the kinds, with nothing used', async () => {
    const world = inMemory();
    const { accountId } = await create(world, {
      ...asked(),
      account: { ...asked().account, plan: 'starter' },
    });
    const { pools, ...account } = await readAccount(world.ports)(accountId);
    expect(account).toMatchObject({ name: 'Acme', licensePolicy: 'deactivate', createdAt: stampAt().at });
    expect(pools).toMatchObject([
      { kind: 'lmp', purchased: 1, assigned: 0, free: 1, waiting: 0, name: 'Lead management' },
      { kind: 'voip', purchased: 2, assigned: 0, free: 2, waiting: 0 },
      { kind: 'email', purchased: 0, free: 0 },
    ]);
  });

  it('B-12 opens its ledger with every kind of its plan; the plan is the first unless told', async () => {
    const world = inMemory();
    const { accountId } = await create(world);
    expect(await world.ports.billing.read(accountId)).toMatchObject({ planId: 'standard', version: 1 });
    const [opening] = await world.ports.billing.entriesBefore(accountId, '2999-01-01T00:00:00.000Z');
    expect(opening).toMatchObject({ entry: 1, at: stampAt().at, by: 'operator', currency: 'USD' });
    expect(opening?.lines).toHaveLength(8);
    expect(opening?.lines).toContainEqual({ kind: 'voip', before: 0, after: 2, pricePerSeat: 3000 });
    expect(opening?.lines).toContainEqual({ kind: 'fax', before: 0, after: 0, pricePerSeat: 500 });
  });

  it('B-12 makes nothing that its plan does not have, and tells every fault at once', async () => {
    const world = inMemory();
    const before = structuredClone(world.database);
    const { account, administrator } = asked();
    const pools = [
      { kind: 'fax' as const, purchased: 1 },
      { kind: 'lmp' as const, purchased: 26 },
    ];
    const beyond = { account: { ...account, plan: 'starter', pools }, administrator };
    await expect(create(world, beyond)).rejects.toMatchObject({
      faults: [
        { pointer: '/account/pools/1', detail: 'lmp must be 1 to 25 in the plan Starter' },
        { pointer: '/account/pools/0', detail: 'fax is not part of the plan Starter' },
      ],
    });
    const unknown = { account: { ...account, plan: 'gold' }, administrator };
    await expect(create(world, unknown)).rejects.toMatchObject({
      faults: [{ pointer: '/account/plan', detail: 'must be one of standard, starter' }],
    });
    expect(world.database).toEqual(before);
  });

  it('D-17 onboards the first administrator through the same eight steps', async () => {
    const world = inMemory();
    const made = await create(world);
    await execute(world.ports, { ...made, attempt: 1 });
    expect(await world.ports.runs.read(made)).toMatchObject({ status: 'done', outcome: 'active' });
    expect((await world.ports.standings.read(made))?.permissions).toMatchObject({
      role: 'administrator',
      grants: [],
    });
    expect(world.outbox).toMatchObject([{ email: 'ana@example.com', accountName: 'Acme' }]);
    expect(world.database.accounts.get(made.accountId)?.activeAdministrators).toBe(1);
    expect(world.database.pools.get(`${made.accountId}#lmp`)).toMatchObject({ assigned: 1 });
  });

  it('D-23 makes an agency with its first account, whose administrator administers it too; others join it', async () => {
    const world = inMemory();
    const agencyId = newId('agency');
    const madeWith = async (agency: { agencyId: string; name?: string }, name: string) => {
      const request = asked({ email: `${name}@example.com`, loginId: name });
      const made = await create(world, { ...request, account: { ...request.account, agency } });
      await execute(world.ports, { ...made, attempt: 1 });
      return { ...made, user: await world.ports.users.read(made.userId) };
    };
    const first = await madeWith({ agencyId, name: 'North' }, 'ana');
    expect(first.user?.agencyRole).toMatchObject({ agencyId, role: 'agency-administrator' });
    const second = await madeWith({ agencyId }, 'bea');
    expect(second.user?.agencyRole).toBeUndefined();
    const accounts = await world.ports.agencies.accounts(agencyId);
    expect(accounts.map(({ accountId }) => accountId).sort()).toEqual(
      [first.accountId, second.accountId].sort(),
    );
    const before = structuredClone(world.database);
    await expect(madeWith({ agencyId, name: 'South' }, 'cleo')).rejects.toMatchObject({
      faults: [{ pointer: '/account/agency/name' }],
    });
    await expect(madeWith({ agencyId: newId('agency') }, 'dora')).rejects.toMatchObject({
      faults: [{ pointer: '/account/agency/agencyId' }],
    });
    expect(world.database).toEqual(before);
  });

  it('needs a base seat for the administrator, and makes nothing without one', async () => {
    const world = inMemory();
    const before = structuredClone(world.database);
    for (const request of [
      asked({ purchased: 0 }),
      { ...asked(), account: { ...asked().account, pools: [] } },
    ]) {
      const refusal = await create(world, request).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(InvalidRequest);
      expect((refusal as InvalidRequest).faults[0]?.pointer).toBe('/account/pools');
    }
    expect(world.database).toEqual(before);
  });

  it('D-31 makes nothing for an email that is in use', async () => {
    const world = inMemory();
    await given(world.ports).run(newId('account'), request({ profile: { email: 'ana@example.com' } }));
    await expect(create(world)).rejects.toThrow(UserExists);
    expect(world.database.accounts.size).toBe(0);
  });

  it('refuses an id that an account has already', async () => {
    const world = inMemory();
    const accountId = await given(world.ports).account();
    await expect(create(world, asked({ accountId }))).rejects.toThrow(AccountExists);
  });

  it('makes nothing new when it is repeated under the same id, and refuses another request under it', async () => {
    const world = inMemory();
    const request = asked({ accountId: newId('account') });
    const made = await create(world, request);
    await execute(world.ports, { ...made, attempt: 1 });
    const before = structuredClone(world.database);
    expect(await create(world, request)).toEqual(made);
    expect(world.database).toEqual(before);
    await expect(create(world, request, 'other')).rejects.toThrow(IdempotencyKeyReused);
  });

  it('can be repeated whenever its process died: the account then stands and its administrator gets in', async () => {
    for (const { call, when } of momentsIn(8)) {
      const world = inMemory();
      const request = asked({ accountId: newId('account') });
      await create({ ports: crashingAt(world.ports, call, when) }, request).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      const made = await create(world, request);
      expect(await execute(world.ports, { ...made, attempt: 1 })).toBeUndefined();
      expect(world.database.accounts.get(made.accountId)?.activeAdministrators).toBe(1);
      expect(world.database.users.size).toBe(1);
    }
  });

  it('mends a first run that the sweeper started before the account stood', async () => {
    const world = inMemory();
    const request = asked({ accountId: newId('account') });
    const accounts = { ...world.ports.accounts, create: () => Promise.reject(new Crash()) };
    await expect(create({ ports: { ...world.ports, accounts } }, request)).rejects.toThrow(Crash);
    world.moveClock(60_000);
    await sweepRuns(world.ports)('req');
    const [started] = world.executions.values();
    if (started === undefined) throw new Error('The sweeper started nothing.');
    expect(await execute(world.ports, started)).toBe('AssignLicenses');
    world.endExecution(started);
    const made = await create(world, request);
    expect([...world.executions.keys()]).toContain(`${made.runId}-2`);
    expect(await execute(world.ports, { ...made, attempt: 2 })).toBeUndefined();
    expect(world.database.accounts.get(made.accountId)?.activeAdministrators).toBe(1);
  });
});
