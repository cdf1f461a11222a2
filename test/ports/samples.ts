import type { Account } from '../../core/domain/account.ts';
import type { LedgerEntry } from '../../core/domain/billing-ledger.ts';
import { newId } from '../../core/domain/ids.ts';
import { LICENSE_KIND_NAMES, type LicensePolicy } from '../../core/domain/licenses.ts';
import type { Member, User } from '../../core/domain/member.ts';
import type { SeatCounts } from '../../core/domain/plan.ts';
import type { OpenRun } from '../../core/domain/run.ts';
import { type SectionRecord, sectionRecord } from '../../core/domain/section-record.ts';
import { type Sections, sections } from '../../core/domain/sections/index.ts';
import { fullName } from '../../core/domain/sections/profile.ts';
import type { SectionName } from '../../core/domain/steps.ts';
import type { Idempotency, Ports, Stamp } from '../../core/usecases/ports.ts';
import { furnish, namedIn } from './asset-samples.ts';

export const NOW = '2026-06-01T09:00:00.000Z';
export const LATER = '2026-06-01T09:05:00.000Z';
export const DUE = '2026-06-01T09:01:00.000Z';

export const stampAt = (at = NOW): Stamp => ({ at, by: 'operator', channel: 'operator', requestId: 'req-1' });

export const idempotency = (more: Partial<Idempotency> = {}): Idempotency => ({
  actor: newId('user'),
  key: 'key-1',
  requestHash: 'hash-1',
  ...more,
});

type Request = { [Section in SectionName]?: Record<string, unknown> | undefined };

/** A request with just what must be there; a unique email and login ID unless told. */
export const request = ({ profile, licenses, permissions, ...rest }: Request = {}): Sections => {
  const unique = newId('user').slice(4);
  return sections.parse({
    profile: {
      email: `${unique}@example.com`,
      loginId: unique,
      firstName: 'Ana',
      lastName: 'Ruiz',
      location: 'us-east-1',
      ...profile,
    },
    licenses: { kinds: ['lmp'], ...licenses },
    permissions: { role: 'call-agent', ...permissions },
    ...rest,
  });
};

/** A request for everything there is. */
export const fullRequest = (more: Request = {}): Sections =>
  request({
    employee: { title: 'Agent', timeZone: 'America/Chicago' },
    messaging: { massEmail: { enabled: true, dailyLimit: 100 } },
    dialing: { firstDailyAttempts: 3, secondDailyAttempts: 2 },
    access: { allowedNetworks: ['203.0.113.0/24'] },
    work: { campaigns: ['spring', 'summer'], dialerInitiatives: ['warm'], queues: ['support'] },
    ...more,
  });

export const newRun = (accountId: string, asked: Sections = request()): OpenRun => ({
  accountId,
  runId: newId('run'),
  userId: newId('user'),
  name: fullName(asked.profile),
  status: 'running',
  attempt: 1,
  requestedBy: 'operator',
  folderId: asked.profile.folderId,
  createdAt: NOW,
  sections: asked,
});

export const recordOfRun = (run: OpenRun, section: SectionName): SectionRecord =>
  sectionRecord.parse({
    section,
    state: run.sections[section] === undefined ? 'skipped' : 'done',
    runId: run.runId,
    startedAt: NOW,
    endedAt: NOW,
    data: run.sections[section],
  });

export const personOf = ({ accountId, userId, sections: { profile, permissions } }: OpenRun) => {
  const { email, loginId, firstName, lastName, language, location, folderId } = profile;
  const user: User = {
    userId,
    owningAccountId: accountId,
    firstName,
    lastName,
    email,
    loginId,
    language,
    createdAt: NOW,
    accountIds: [accountId],
  };
  const member: Member = {
    accountId,
    userId,
    firstName,
    lastName,
    email,
    loginId,
    location,
    folderId,
    role: permissions.role,
    status: 'onboarding',
    createdAt: NOW,
    version: 0,
  };
  return { user, member };
};

/** The first entry of an account's ledger: it owns these seats. */
export const openingOf = (
  accountId: string,
  purchased: SeatCounts,
  more: Partial<Pick<LedgerEntry, 'planId' | 'lines'>> = {},
): LedgerEntry => ({
  accountId,
  entry: 1,
  at: NOW,
  by: 'operator',
  planId: 'standard',
  currency: 'USD',
  lines: LICENSE_KIND_NAMES.flatMap((kind) => {
    const after = purchased[kind];
    return after === undefined ? [] : [{ kind, before: 0, after, pricePerSeat: 1000 }];
  }),
  ...more,
});

/** What is set up before a test, through the ports themselves. */
export const given = (
  ports: Pick<Ports, 'accounts' | 'runs' | 'members' | 'seats'> & Partial<Pick<Ports, 'assets'>>,
) => ({
  async account(
    purchased: SeatCounts = { lmp: 5 },
    licensePolicy: LicensePolicy = 'deactivate',
    more: Partial<Account> = {},
  ): Promise<string> {
    const accountId = newId('account');
    const account = { accountId, name: 'Acme', language: 'en', licensePolicy, apps: [], createdAt: NOW };
    await ports.accounts.create({ ...account, ...more }, openingOf(accountId, purchased), stampAt());
    return accountId;
  },
  async run(accountId: string = newId('account'), asked: Sections = request(), due = DUE): Promise<OpenRun> {
    const run = newRun(accountId, asked);
    // Whoever asked for it named only what the account has.
    if (ports.assets !== undefined) await furnish({ assets: ports.assets }, accountId, namedIn(asked));
    await ports.runs.start(run, due, stampAt());
    return run;
  },
  async member(accountId: string = newId('account'), asked: Sections = request()): Promise<OpenRun> {
    const run = await this.run(accountId, asked);
    const { user, member } = personOf(run);
    await ports.members.create(user, member, recordOfRun(run, 'profile'), stampAt());
    return run;
  },
  async failedRun(accountId: string = newId('account'), asked: Sections = request()): Promise<OpenRun> {
    const run = await this.run(accountId, asked);
    const failure = { step: 'AssignLicenses', code: 'busy', detail: 'Busy.' } as const;
    await ports.runs.park(run, failure, DUE, stampAt());
    return { ...run, status: 'failed', failure };
  },
});
