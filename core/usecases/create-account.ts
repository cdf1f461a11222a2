import type { LedgerEntry } from '../domain/billing-ledger.ts';
import { AccountExists, type Fault, InvalidRequest } from '../domain/errors.ts';
import { newId, ROOT_FOLDER } from '../domain/ids.ts';
import {
  BASE_LICENSE,
  LICENSE_KIND_NAMES,
  type LicenseKind,
  type LicensePolicy,
} from '../domain/licenses.ts';
import { type Plan, type PriceList, planOf, seatCounts, seatFaults } from '../domain/plan.ts';
import { ADMINISTRATOR } from '../domain/roles.ts';
import type { Run } from '../domain/run.ts';
import type { Sections } from '../domain/sections/index.ts';
import type { Profile } from '../domain/sections/profile.ts';
import type { Idempotency, Ports, Stamp } from './ports.ts';
import { resumeOnboarding } from './resume-onboarding.ts';
import { startExecution } from './start-execution.ts';
import { acceptOnboarding } from './start-onboarding.ts';

interface Bought {
  kind: LicenseKind;
  purchased: number;
}

interface NewAccount {
  account: {
    accountId?: string | undefined;
    agency?: { agencyId: string; name?: string | undefined } | undefined;
    parentAccountId?: string | undefined;
    name: string;
    language: string;
    licensePolicy: LicensePolicy;
    /** The first of the price list, unless told. */
    plan?: string | undefined;
    /** Kinds of the plan that are not named have no seats. */
    pools: readonly Bought[];
  };
  administrator: Pick<Profile, 'email' | 'loginId' | 'firstName' | 'lastName' | 'language' | 'location'>;
}

type Needs = Pick<
  Ports,
  'accounts' | 'agencies' | 'runs' | 'members' | 'replays' | 'workflow' | 'clock' | 'log'
>;

/**
 * Makes an account, and onboards its first administrator through the same eight steps as everybody. Whoever gives the
 * account's id may repeat the call within a day: what a crash left undone is then done, and nothing is done twice.
 * Throws `InvalidRequest`, `AccountExists`, `UserExists`, `LoginIdTaken`, `IdempotencyKeyReused`.
 */
export const createAccount =
  (ports: Needs, list: PriceList) =>
  async ({ account, administrator }: NewAccount, requestHash: string, stamp: Stamp) => {
    const { pools, plan: planId, agency, accountId = newId('account'), ...rest } = account;
    const plan = plannedBy(list, planId);
    refuseOtherSeats(plan, pools);
    const idempotency = { actor: stamp.by, key: `create-account:${accountId}`, requestHash };
    await refuseAnothersAccount(ports)(accountId, idempotency);
    await makeAgency(ports)(agency, stamp);
    await refuseUnknownParent(ports)(account.parentAccountId);
    const { run } = await acceptOnboarding(ports)(
      accountId,
      firstOnboarding(administrator),
      stamp,
      idempotency,
      agency?.name === undefined
        ? {}
        : { agencyRole: { agencyId: agency.agencyId, role: 'agency-administrator' } },
    );
    const made = { ...rest, apps: [], accountId, agencyId: agency?.agencyId, createdAt: stamp.at };
    await ports.accounts.create(made, openingOf(accountId, list, plan, pools, stamp), stamp);
    await getGoing(ports)(run, stamp);
    return { accountId, userId: run.userId, runId: run.runId };
  };

/** Before the account stood, the sweeper may have started the run, which then failed for want of it. */
const getGoing =
  (ports: Needs) =>
  async (run: Run, stamp: Stamp): Promise<void> => {
    if (run.status === 'running') await startExecution(ports)(run);
    if (run.status === 'failed') await resumeOnboarding(ports)(run, {}, async () => {}, stamp);
  };

const refuseAnothersAccount =
  ({ accounts, replays }: Pick<Ports, 'accounts' | 'replays'>) =>
  async (accountId: string, idempotency: Idempotency): Promise<void> => {
    if ((await replays.find(idempotency)) !== undefined) return;
    if ((await accounts.read(accountId)) !== undefined) throw new AccountExists();
  };

/**
 * A new agency is made before its first account; any other has to be there. Whoever gives a name to one that is there
 * means another: they would administer what they never heard of.
 */
const makeAgency =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  async (agency: NewAccount['account']['agency'], stamp: Stamp): Promise<void> => {
    if (agency === undefined) return;
    const { agencyId, name } = agency;
    if (name !== undefined) await agencies.create({ agencyId, name, createdAt: stamp.at }, stamp);
    const found = await agencies.read(agencyId);
    if (found === undefined)
      throw new InvalidRequest([{ pointer: '/account/agency/agencyId', detail: 'is no agency' }]);
    if (name !== undefined && name !== found.name)
      throw new InvalidRequest([
        {
          pointer: '/account/agency/name',
          detail: 'is not its name; without a name, the account only joins it',
        },
      ]);
  };

const refuseUnknownParent =
  ({ accounts }: Pick<Ports, 'accounts'>) =>
  async (parentAccountId: string | undefined): Promise<void> => {
    if (parentAccountId === undefined || (await accounts.read(parentAccountId)) !== undefined) return;
    throw new InvalidRequest([{ pointer: '/account/parentAccountId', detail: 'is no account' }]);
  };

const firstOnboarding = (administrator: NewAccount['administrator']): Sections => ({
  profile: { ...administrator, folderId: ROOT_FOLDER, sendInvitation: true },
  licenses: { kinds: [BASE_LICENSE] },
  permissions: {
    role: ADMINISTRATOR,
    grants: [],
    groups: [],
  },
});

const plannedBy = (list: PriceList, planId: string | undefined): Plan => {
  const [first] = list.plans;
  const plan = planId === undefined ? first : planOf(list, planId);
  if (plan !== undefined) return plan;
  const names = list.plans.map((one) => one.planId).join(', ');
  throw new InvalidRequest([{ pointer: '/account/plan', detail: `must be one of ${names}` }]);
};

const POOLS = '/account/pools';

/** The seats must be what the plan lets an account own, with one for the administrator. */
const refuseOtherSeats = (plan: Plan, pools: readonly Bought[]): void => {
  const faultOf = ({ pointer, detail }: Fault): Fault => {
    const kind = pointer.slice(POOLS.length + 1);
    const index = pools.findIndex((pool) => pool.kind === kind);
    return { pointer: index === -1 ? POOLS : `${POOLS}/${index}`, detail: `${kind} ${detail}` };
  };
  const faults = seatFaults(plan, seatCounts(pools), POOLS).map(faultOf);
  const hasBase = pools.some(({ kind, purchased }) => kind === BASE_LICENSE && purchased > 0);
  const detail = `must hold at least one ${BASE_LICENSE} seat, for the administrator`;
  const all = hasBase ? faults : [{ pointer: POOLS, detail }, ...faults];
  if (all.length > 0) throw new InvalidRequest(all);
};

/** The first entry of the account's ledger: what it is created with. */
const openingOf = (
  accountId: string,
  { currency }: PriceList,
  { planId, kinds }: Plan,
  pools: readonly Bought[],
  { at, by }: Stamp,
): LedgerEntry => ({
  accountId,
  entry: 1,
  at,
  by,
  planId,
  currency,
  lines: LICENSE_KIND_NAMES.flatMap((kind) => {
    const terms = kinds[kind];
    if (terms === undefined) return [];
    const after = pools.find((pool) => pool.kind === kind)?.purchased ?? 0;
    return [{ kind, before: 0, after, pricePerSeat: terms.monthlyPrice }];
  }),
});
