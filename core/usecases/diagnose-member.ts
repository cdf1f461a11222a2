import { kindsOfApps } from '../domain/apps.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { type Rights, rightsOf } from '../domain/authorization/rights.ts';
import { completenessOf } from '../domain/completeness.ts';
import { type Cause, type CauseCode, cause, type Exactly } from '../domain/diagnosis.ts';
import { type Holding, sessionKinds } from '../domain/holding.ts';
import { isCalling, type LicenseKind, licenseFacts } from '../domain/licenses.ts';
import { isWithin } from '../domain/network.ts';
import { exhaustedAmong, type Pool } from '../domain/pool.ts';
import type { Run } from '../domain/run.ts';
import { holdingOf, recordOf } from '../domain/section-record.ts';
import { diagnoseSignInName } from './diagnose-sign-in-name.ts';
import type { MemberRef, Ports, SignInState } from './ports.ts';
import { readPlace } from './read-licenses.ts';
import { readTarget, type Target } from './read-target.ts';

type Needs = Pick<Ports, 'members' | 'users' | 'accounts' | 'seats' | 'runs' | 'identity' | 'clock'>;

/** What is known of an attempt to sign in, if anything. */
export interface Attempt {
  /** What was typed as login ID or email. */
  signInName?: string | undefined;
  /** The IP address it came from. */
  address?: string | undefined;
}

/** All that a diagnosis is made of. */
interface Findings {
  target: Target;
  holding: Holding;
  rights: Rights;
  signIn: SignInState;
  run: Run | undefined;
  pools: readonly Pool[];
  missingInLine: readonly LicenseKind[];
  ahead: number;
  now: Date;
  validityDays: number;
}

/** A cause that was found, with what exactly it is. */
type Found = CauseCode | readonly [CauseCode, Exactly];

const names = (kinds: readonly LicenseKind[]): string =>
  kinds.map((kind) => licenseFacts(kind).name).join(', ');

const ofStatus = ({ target, run, missingInLine, ahead }: Findings): readonly Found[] => {
  const { status, deactivationReason } = target.record.member;
  switch (status) {
    case 'active':
      return [];
    case 'suspended':
      return ['suspended'];
    case 'deactivated': {
      if (deactivationReason === 'license-taken-back') return ['license-taken-back'];
      const missing = missingInLine.length === 0 ? '' : `Missing: ${names(missingInLine)}. `;
      const sentence = `${missing}Before them in line: ${ahead}.`;
      return [['no-license', { sentence, missing: missingInLine, ahead }]];
    }
    case 'onboarding':
      if (run?.status === 'offered') return ['offer-open'];
      if (run?.status !== 'failed') return ['being-onboarded'];
      return [['onboarding-failed', { sentence: run.failure?.detail ?? '' }]];
  }
};

const DAY_MILLISECONDS = 24 * 3_600_000;

const ofSignIn = ({ target, signIn, now, validityDays }: Findings): readonly Found[] => {
  const { status, invitedAt } = target.record.member;
  // Who is not set up has no sign-in to speak of; who waits is invited by itself when their turn comes.
  if (status === 'onboarding') return [];
  switch (signIn) {
    case 'missing':
      return ['identity-missing'];
    case 'disabled':
      return ['identity-disabled'];
    case 'reset-required':
      return ['password-reset-required'];
    case 'confirmed':
      return [];
    case 'invited': {
      if (status !== 'active') return [];
      if (invitedAt === undefined) return ['not-invited'];
      const { bouncedAt } = target.user;
      if (bouncedAt !== undefined && bouncedAt >= invitedAt) return ['invitation-bounced'];
      const expiresAt = Date.parse(invitedAt) + validityDays * DAY_MILLISECONDS;
      return [expiresAt <= now.getTime() ? 'invitation-expired' : 'invitation-open'];
    }
  }
};

const ofAccess = ({ target, rights }: Findings, { address }: Attempt): readonly Found[] => {
  if (target.record.member.status === 'onboarding') return [];
  const networks = recordOf(target.record.records, 'access')?.data?.allowedNetworks;
  const isOutside = address !== undefined && networks !== undefined && !isWithin(address, networks);
  return [
    ...(rights.pages.size === 0 ? (['no-page'] as const) : []),
    ...(isOutside ? (['address-not-allowed'] as const) : []),
  ];
};

/** The kinds that a session of theirs would take, and of which none is free. */
const ofSeats = ({ target, holding, pools }: Findings): readonly Found[] => {
  if (target.record.member.status !== 'active') return [];
  const needed = [...sessionKinds(holding), ...kindsOfApps(target.account.apps)];
  const missing = exhaustedAmong(pools, needed);
  return missing.length === 0
    ? []
    : [['no-seat-at-sign-in', { sentence: `In use: ${names(missing)}.`, missing }]];
};

const ofCalls = ({ target, holding, rights }: Findings): readonly Found[] => {
  if (target.record.member.status !== 'active') return [];
  const permission: readonly Found[] = rights.permissions.has('use-sip') ? [] : ['no-call-permission'];
  if (!holding.agentFeatures) return ['agent-features-off', ...permission];
  const waiting = holding.waitingFor.filter(isCalling);
  const has = [...holding.held, ...sessionKinds(holding)].some(isCalling);
  if (has) return permission;
  if (waiting.length > 0) {
    const exactly = { sentence: `Missing: ${names(waiting)}.`, missing: waiting };
    return [['waiting-to-call', exactly], ...permission];
  }
  return ['no-calling-license', ...permission];
};

const ofProfile = ({ target: { record } }: Findings): readonly Found[] => {
  // What is missing may still be on its way.
  if (record.member.status === 'onboarding') return [];
  const { missing } = completenessOf({
    profile: recordOf(record.records, 'profile')?.data,
    employee: recordOf(record.records, 'employee')?.data,
  });
  if (missing.length === 0) return [];
  const settings = missing.map(({ pointer }) => pointer);
  return [['profile-incomplete', { sentence: `Missing: ${settings.join(', ')}.`, settings }]];
};

const gather =
  (ports: Needs, validityDays: number) =>
  async ({ policy }: Authority, ref: MemberRef): Promise<Findings> => {
    const target = await readTarget(ports)(ref);
    const { records } = target.record;
    const holding = holdingOf(recordOf(records, 'licenses'));
    const runId = recordOf(records, 'profile')?.runId;
    const [signIn, run, found, place] = await Promise.all([
      ports.identity.find(ref.userId),
      runId === undefined ? undefined : ports.runs.read({ accountId: ref.accountId, runId }),
      ports.accounts.readWithPools(ref.accountId),
      readPlace(ports)(ref.accountId, holding),
    ]);
    return {
      target,
      holding,
      rights: rightsOf(policy, target.given),
      signIn,
      run,
      pools: found?.pools ?? [],
      missingInLine: place?.missing ?? [],
      ahead: place?.ahead ?? 0,
      now: ports.clock.now(),
      validityDays,
    };
  };

/**
 * Tells whether a member can sign in and take a call, and if not, why and what to do: every cause at once, each
 * with the calls that mend it, whoever may make them. Changes nothing. Throws `NotFound`.
 */
export const diagnoseMember =
  (ports: Needs, validityDays: number) => async (authority: Authority, ref: MemberRef, attempt: Attempt) => {
    const findings = await gather(ports, validityDays)(authority, ref);
    const { accountId, userId } = ref;
    const runId = findings.run?.runId;
    const known = { accountId, userId, ...(runId !== undefined && { runId }) };
    const found = [
      ...ofStatus(findings),
      ...ofSignIn(findings),
      ...ofAccess(findings, attempt),
      ...ofSeats(findings),
      ...(await diagnoseSignInName(ports)(authority, findings.target.user, attempt.signInName)),
      ...ofCalls(findings),
      ...ofProfile(findings),
    ];
    const causes: Cause[] = found.map((one) =>
      typeof one === 'string' ? cause(one, known) : cause(one[0], known, one[1]),
    );
    const isFree = (blocks: Cause['blocks']) => causes.every((one) => one.blocks !== blocks);
    const canSignIn = isFree('sign-in');
    return { userId, canSignIn, canTakeCalls: canSignIn && isFree('calls'), causes };
  };
