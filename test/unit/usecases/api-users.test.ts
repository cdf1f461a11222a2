import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../core/domain/endpoints.ts';
import {
  AddressNotAllowed,
  BadCredentials,
  ChangedMeanwhile,
  IdempotencyKeyReused,
  MoreThanHeld,
  NotFound,
  SecretShownBefore,
} from '../../../core/domain/errors.ts';
import { issueToken } from '../../../core/usecases/issue-token.ts';
import {
  type ApiUserFields,
  changeApiUser,
  createApiUser,
  revokeApiUser,
  rotateSecret,
} from '../../../core/usecases/manage-api-users.ts';
import { idempotency } from '../../ports/samples.ts';
import { HOME, openCompany, stampBy } from './company.ts';

const AWAY = '198.51.100.1';

const fields = (more: Partial<ApiUserFields> = {}): ApiUserFields => ({
  name: 'Robot',
  endpoints: ['listMembers'] as readonly Endpoint[],
  grants: [],
  pages: [],
  allowedNetworks: ['203.0.113.0/24', '2001:db8::/32'],
  ...more,
});

const office = async () => {
  const company = await openCompany();
  const { ports, hire, authority } = company;
  const boss = await hire({ role: 'administrator' });
  const keeper = await hire({
    role: 'manager',
    grants: ['manage-api-users'],
    dataViewLevel: 'account',
  });
  const create = async (more: Partial<ApiUserFields> = {}, who = boss, key = idempotency()) =>
    createApiUser(ports)(await authority(who), fields(more), stampBy(who), key);
  const rotate = async (ref: Awaited<ReturnType<typeof create>>['user'], who = boss, key = idempotency()) =>
    rotateSecret(ports)(await authority(who), ref, stampBy(who), key);
  const token = (id: string, secret: string, from = HOME) => issueToken(ports)(id, secret, from);
  return { ...company, boss, keeper, create, rotate, token };
};

describe('E-11 an API user', () => {
  it('is made with a secret, which is shown once and is nowhere in the store', async () => {
    const { create, database, boss, token, accountId } = await office();
    const { user, secret } = await create();
    expect(user).toEqual({
      ...fields(),
      accountId,
      apiUserId: expect.stringMatching(/^api_/),
      createdAt: stampBy(boss).at,
      createdBy: boss.userId,
      version: 1,
    });
    expect(secret).toHaveLength(48);
    expect(await token(user.apiUserId, secret)).toMatchObject({ expiresInSeconds: 900 });
    const { apiSecrets: _, ...store } = database;
    expect(JSON.stringify(Object.values(store).map((one) => [...one]))).not.toContain(secret);
  });

  it('X-11 shows no secret to a repeat of the request, and makes no second one', async () => {
    const { create, boss, database } = await office();
    const key = idempotency();
    await create({}, boss, key);
    await expect(create({}, boss, key)).rejects.toThrow(SecretShownBefore);
    expect([database.apiUsers.size, database.apiSecrets.size]).toEqual([1, 1]);
    await expect(create({}, boss, { ...key, requestHash: 'x' })).rejects.toThrow(IdempotencyKeyReused);
  });

  it('E-21 is changed by whoever has read it, and its secret stays', async () => {
    const { ports, create, authority, boss, token } = await office();
    const { user, secret } = await create();
    const change = async (ifMatch: number) =>
      changeApiUser(ports)(
        await authority(boss),
        user,
        ifMatch,
        fields({ endpoints: ['readRole'] }),
        stampBy(boss),
      );
    expect(await change(1)).toMatchObject({ version: 2, endpoints: ['readRole'], createdAt: user.createdAt });
    await expect(change(1)).rejects.toThrow(ChangedMeanwhile);
    await expect(token(user.apiUserId, secret)).resolves.toBeDefined();
  });

  it('gets a new secret: the former one and its tokens work no more', async () => {
    const { create, rotate, token, ports, boss } = await office();
    const { user, secret } = await create();
    const key = idempotency();
    const { secret: next, user: rotated } = await rotate(user, boss, key);
    expect(rotated).toMatchObject({ version: 2, signedOutAt: stampBy(boss).at });
    await expect(token(user.apiUserId, secret)).rejects.toThrow(BadCredentials);
    await expect(token(user.apiUserId, next)).resolves.toBeDefined();
    await expect(rotate(user, boss, key)).rejects.toThrow(SecretShownBefore);
    expect((await ports.apiUsers.read(user))?.version).toBe(2);
  });

  it('is revoked: neither sign-in nor anything else is left', async () => {
    const { create, authority, boss, ports, database, token, rotate } = await office();
    const { user, secret } = await create();
    const revoke = async () => revokeApiUser(ports)(await authority(boss), user);
    await revoke();
    expect([database.apiUsers.size, database.apiSecrets.size]).toEqual([0, 0]);
    await expect(token(user.apiUserId, secret)).rejects.toThrow(BadCredentials);
    await expect(revoke()).rejects.toThrow(NotFound);
    await expect(rotate(user)).rejects.toThrow(NotFound);
  });

  it('that is revoked while its secret is rotated leaves no sign-in without an owner', async () => {
    const { create, authority, boss, ports, database } = await office();
    const { user } = await create();
    const setApiSecret: typeof ports.apiSignIn.setApiSecret = async (...made) => {
      await revokeApiUser(ports)(await authority(boss), user);
      await ports.apiSignIn.setApiSecret(...made);
    };
    const racing = { ...ports, apiSignIn: { ...ports.apiSignIn, setApiSecret } };
    await rotateSecret(racing)(await authority(boss), user, stampBy(boss));
    expect([database.apiUsers.size, database.apiSecrets.size]).toEqual([0, 0]);
  });

  it('that a crash left without a secret can be rotated, and revoked', async () => {
    const { authority, boss, ports, rotate, token, database } = await office();
    const down = {
      ...ports,
      apiSignIn: { ...ports.apiSignIn, setApiSecret: () => Promise.reject(new Error('down')) },
    };
    const lost = createApiUser(down)(await authority(boss), fields(), stampBy(boss), idempotency());
    await expect(lost).rejects.toThrow('down');
    const [user] = database.apiUsers.values();
    if (user === undefined) throw new Error('There is no API user.');
    await expect(token(user.apiUserId, '')).rejects.toThrow(BadCredentials);
    const { secret } = await rotate(user);
    await expect(token(user.apiUserId, secret)).resolves.toBeDefined();
  });

  it('belongs to one account', async () => {
    const { create, ports, authority, boss } = await office();
    const { user } = await create();
    const elsewhere = await openCompany();
    const ref = { ...user, accountId: elsewhere.accountId };
    const acting = await authority(boss);
    await expect(rotateSecret(ports)(acting, ref, stampBy(boss))).rejects.toThrow(NotFound);
    await expect(revokeApiUser(ports)(acting, ref)).rejects.toThrow(NotFound);
    await expect(changeApiUser(ports)(acting, ref, 1, fields(), stampBy(boss))).rejects.toThrow(NotFound);
  });
});

describe('X-4 whoever manages API users', () => {
  it('gives endpoints and grants that they hold what is needed for, and no others', async () => {
    const { create, keeper } = await office();
    await expect(create({}, keeper)).resolves.toBeDefined();
    await expect(create({ endpoints: ['createRole'] }, keeper)).rejects.toThrow(MoreThanHeld);
    await expect(create({ grants: ['manage-voip'] }, keeper)).rejects.toThrow(MoreThanHeld);
    await expect(create({ grants: ['use-sip'] }, keeper)).resolves.toBeDefined();
  });

  it('neither changes, rotates nor revokes one that holds more', async () => {
    const { create, rotate, keeper, ports, authority } = await office();
    const { user } = await create({ endpoints: ['createRole'] });
    const acting = await authority(keeper);
    await expect(rotate(user, keeper)).rejects.toThrow(MoreThanHeld);
    await expect(revokeApiUser(ports)(acting, user)).rejects.toThrow(MoreThanHeld);
    const change = (more: Partial<ApiUserFields>) =>
      changeApiUser(ports)(acting, user, 1, fields(more), stampBy(keeper));
    await expect(change({ endpoints: ['listMembers'] })).rejects.toThrow(MoreThanHeld);
    await expect(change({ endpoints: ['createRole', 'listMembers'] })).resolves.toBeDefined();
  });

  it('gets no secret of one that a folder, or a queue, lets in where they are not let in themselves', async () => {
    const { create, rotate, keeper, boss, setPolicy, ports, accountId } = await office();
    const { user: trusted } = await create();
    const { user: listed } = await create();
    await setPolicy((policy) => {
      const root = policy.folders.fld_root;
      if (root === undefined) throw new Error('There is no root folder.');
      const access = { ...root.access, store: [trusted.apiUserId] };
      return { ...policy, folders: { ...policy.folders, fld_root: { ...root, access } } };
    });
    const queue = {
      accountId,
      kind: 'queue' as const,
      key: 'support',
      subjects: [listed.apiUserId],
      version: 1,
    };
    await ports.accessLists.write(queue, stampBy(boss));
    await expect(rotate(trusted, keeper)).rejects.toThrow(MoreThanHeld);
    await expect(rotate(listed, keeper)).rejects.toThrow(MoreThanHeld);
    await expect(rotate(trusted, boss)).resolves.toBeDefined();
    await expect(rotate(listed, boss)).resolves.toBeDefined();
  });

  it('reaches the whole account, as an API user does', async () => {
    const { create, hire } = await office();
    const near = await hire({ role: 'manager', grants: ['manage-api-users'], dataViewLevel: 'folder' });
    await expect(create({}, near)).rejects.toThrow(MoreThanHeld);
  });
});

describe('E-12 a token', () => {
  it('is given to an address of the list, which is asked before the secret', async () => {
    const { create, token } = await office();
    const { user, secret } = await create();
    await expect(token(user.apiUserId, secret, '2001:db8::1')).resolves.toBeDefined();
    await expect(token(user.apiUserId, secret, AWAY)).rejects.toThrow(AddressNotAllowed);
    await expect(token(user.apiUserId, 'wrong', AWAY)).rejects.toThrow(AddressNotAllowed);
    await expect(token(user.apiUserId, 'wrong')).rejects.toThrow(BadCredentials);
    await expect(token('api_00000000000000000000000000', secret)).rejects.toThrow(BadCredentials);
  });

  it('asked for in the very second of a rotation waits for the next: else it would count as older', async () => {
    const { create, ports, token } = await office();
    const { user, secret } = await create();
    const at = '2026-06-01T09:00:00.400Z';
    await ports.apiUsers.change(
      { ...user, version: 2, signedOutAt: at },
      { ...stampBy({ userId: 'x' }), at },
    );
    await token(user.apiUserId, secret);
    expect(ports.clock.now().toISOString()).toBe('2026-06-01T09:00:01.000Z');
  });

  it('waits for nothing long after a rotation, or without one', async () => {
    const { create, ports, token, moveClock } = await office();
    const { user, secret } = await create();
    await token(user.apiUserId, secret);
    expect(ports.clock.now().toISOString()).toBe('2026-06-01T09:00:00.000Z');
    const signedOutAt = '2026-06-01T09:00:00.400Z';
    await ports.apiUsers.change({ ...user, version: 2, signedOutAt }, stampBy({ userId: 'x' }));
    moveClock(60_000);
    await token(user.apiUserId, secret);
    expect(ports.clock.now().toISOString()).toBe('2026-06-01T09:01:00.000Z');
  });
});
