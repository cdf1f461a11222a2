import type { Authority } from '../../../core/domain/authorization/authority.ts';
import type { Policy } from '../../../core/domain/authorization/policy.ts';
import type { AgencyRole } from '../../../core/domain/authorization/rights.ts';
import { newId } from '../../../core/domain/ids.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import type { Permissions } from '../../../core/domain/sections/permissions.ts';
import { agencyRoleIn } from '../../../core/usecases/authorize.ts';
import type { MemberRef, Stamp } from '../../../core/usecases/ports.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { given, LATER, NOW, openingOf, request, stampAt } from '../../ports/samples.ts';
import { execute } from '../../ports/state-machine.ts';
import { authorityOf } from '../authorization/authorities.ts';

export const HOME = '203.0.113.9';

export const stampBy = ({ userId }: { userId: string }, at = LATER): Stamp => ({
  at,
  by: userId,
  channel: 'api',
  requestId: 'req-1',
  sourceAddress: HOME,
});

interface Office {
  agencyId?: string;
  parentAccountId?: string;
  name?: string;
}

/** An account in memory, and people at work in it who came in through all eight steps. */
export const openCompany = async ({ name = 'Acme', ...more }: Office = {}, world: World = inMemory()) => {
  const { ports, database } = world;
  const accountId = newId('account');
  const account = {
    accountId,
    name,
    language: 'en',
    licensePolicy: 'deactivate' as const,
    apps: [],
    createdAt: NOW,
  };
  await ports.accounts.create({ ...account, ...more }, openingOf(accountId, { lmp: 99 }), stampAt());

  /** Onboards somebody, with this by hand, in this folder. */
  const hire = async (
    permissions: Partial<Permissions> = {},
    sections: Omit<Parameters<typeof request>[0] & object, 'permissions'> = {},
  ): Promise<OpenRun> => {
    const asked = request({ ...sections, permissions: { role: undefined, ...permissions } });
    const run = await given(ports).run(accountId, asked);
    const failed = await execute(ports, run);
    if (failed !== undefined) throw new Error(`Nobody could be hired: ${failed} failed.`);
    return run;
  };

  /** What somebody may do here, as their next request meets it. */
  const authority = async ({ userId }: { userId: string }): Promise<Authority> => {
    const standing = await ports.standings.read({ accountId, userId });
    if (standing === undefined) throw new Error('There is no account.');
    const { member, permissions: byHand, user } = standing;
    const policy = await ports.policies.read(accountId);
    const agencyRole = agencyRoleIn(standing.account, user);
    return authorityOf(policy, { userId, folderId: member?.folderId ?? 'fld_root', byHand, agencyRole });
  };

  const member = async ({ userId }: { userId: string }) => {
    const found = database.members.get(`${accountId}#${userId}`);
    if (found === undefined) throw new Error('There is no such member.');
    return found;
  };

  /** Gives an agency role as if it had been given long ago. */
  const giveAgencyRole = (ref: MemberRef, role: AgencyRole): void => {
    const user = database.users.get(ref.userId);
    const agencyId = more.agencyId ?? '';
    if (user === undefined) throw new Error('There is no such user.');
    database.users.set(ref.userId, { ...user, agencyRole: { agencyId, accountId, role } });
  };

  /** Changes the account's roles, folders and groups; what is new there can be used. */
  const setPolicy = async (edit: (policy: Policy) => Policy): Promise<Policy> => {
    const before = await ports.policies.read(accountId);
    const policy = { ...edit(before), version: before.version + 1 };
    const outcome = await ports.policies.change(policy, {}, stampAt());
    if (outcome.outcome !== 'changed') throw new Error('The policy could not be set.');
    const uses = [
      ...Object.keys(policy.roles).map((id) => `role#${id}`),
      ...Object.keys(policy.folders).map((id) => `folder#${id}`),
      ...Object.keys(policy.groups).map((id) => `group#${id}`),
    ];
    for (const use of uses) {
      const key = `${accountId}#${use}`;
      if (!database.uses.has(key)) database.uses.set(key, new Map());
    }
    return policy;
  };

  return { ...world, accountId, hire, authority, member, giveAgencyRole, setPolicy };
};

export type Company = Awaited<ReturnType<typeof openCompany>>;
