import { clock } from '../../../core/adapters/clock.ts';
import { dynamodbBilling } from '../../../core/adapters/dynamodb/billing.ts';
import { dynamodbInvitations } from '../../../core/adapters/dynamodb/invitations.ts';
import { dynamodbSessions } from '../../../core/adapters/dynamodb/sessions.ts';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';
import { inspectFile } from '../../../core/adapters/media/inspect-file.ts';
import type { LedgerEntry } from '../../../core/domain/billing-ledger.ts';
import { ChangedMeanwhile } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import {
  inOrder,
  LICENSE_KIND_NAMES,
  type LicenseKind,
  type LicensePolicy,
} from '../../../core/domain/licenses.ts';
import type { SeatCounts } from '../../../core/domain/plan.ts';
import { poolOf, takenSeats } from '../../../core/domain/pool.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import type { Ports, Stamp } from '../../../core/usecases/ports.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { sweepLine } from '../../../core/usecases/sweep-line.ts';
import { emptyDatabase, type Invitation } from '../../ports/in-memory/database.ts';
import { inMemoryFileStorage } from '../../ports/in-memory/files.ts';
import {
  inMemoryApiSignIn,
  inMemoryIdentity,
  inMemoryLog,
  inMemoryMailer,
  inMemoryWorkflow,
} from '../../ports/in-memory/services.ts';
import { newRun, personOf, recordOfRun, request } from '../../ports/samples.ts';
import { takeState } from '../../ports/state-machine.ts';
import { administratorOf } from '../../unit/authorization/authorities.ts';
import { openDynamodb } from '../dynamodb/dynamodb-store.ts';

/** The store on the engine, all that is no store in memory. */
const portsOn = (table: Table) => {
  const database = emptyDatabase();
  const outbox: Invitation[] = [];
  const { log, lines } = inMemoryLog();
  const ports: Ports = {
    ...openDynamodb(table).ports,
    invitations: dynamodbInvitations(table),
    billing: dynamodbBilling(table),
    sessions: dynamodbSessions(table),
    identity: inMemoryIdentity(database, outbox),
    apiSignIn: inMemoryApiSignIn(database),
    fileStorage: inMemoryFileStorage().fileStorage,
    inspectFile,
    mailer: inMemoryMailer().mailer,
    workflow: inMemoryWorkflow().workflow,
    clock,
    log,
  };
  return { ports, outbox, logged: lines };
};

/** Each its own request, as through the public API. */
export const newStamp = (): Stamp => ({
  at: new Date().toISOString(),
  by: 'operator',
  channel: 'operator',
  requestId: newId('run'),
});

/**
 * An account on the engine, with people who went through the steps that seats have to do with. `disturbed` is another
 * way to the same table, for what a test wants to go wrong.
 */
export const openSeatOffice = async (table: Table, disturbed: Table = table) => {
  const quiet = portsOn(table);
  const { ports } = quiet;
  const accountId = newId('account');
  const at = new Date().toISOString();
  const opening: LedgerEntry = {
    accountId,
    entry: 1,
    at,
    by: 'operator',
    planId: 'standard',
    currency: 'USD',
    lines: LICENSE_KIND_NAMES.map((kind) => ({ kind, before: 0, after: 0, pricePerSeat: 100 })),
  };
  await ports.accounts.create(
    { accountId, name: 'Acme', language: 'en', licensePolicy: 'deactivate', apps: [], createdAt: at },
    opening,
    newStamp(),
  );

  /** Makes the account own these seats, whatever happens meanwhile; answers the kinds that have more taken. */
  const own = async (counts: SeatCounts, by: Ports = ports): Promise<readonly LicenseKind[]> => {
    for (;;) {
      const owned = await by.billing.read(accountId);
      if (owned === undefined) throw new Error('There is no account.');
      const lines = owned.pools.map(({ kind, purchased }) => {
        return { kind, before: purchased, after: counts[kind] ?? purchased, pricePerSeat: 100 };
      });
      const entry = { ...opening, entry: owned.version + 1, at: new Date().toISOString(), lines };
      try {
        return (await by.billing.change(entry, newStamp())).taken;
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
      }
    }
  };

  /** So many seats are free of these kinds; of the others nothing changes. */
  const leaveFree = async (kinds: readonly LicenseKind[], free: number): Promise<void> => {
    const owned = await ports.billing.read(accountId);
    const counts = kinds.map((kind) => {
      const pool = owned && poolOf(owned.pools, kind);
      return [kind, (pool === undefined ? 0 : takenSeats(pool)) + free] as const;
    });
    const refused = await own(Object.fromEntries(counts));
    if (refused.length > 0) throw new Error(`${refused.join(', ')} is still being taken.`);
  };

  /** Somebody whose run has come to the step that takes the seats. */
  const newcomer = async (kinds: readonly LicenseKind[] = ['lmp']): Promise<OpenRun> => {
    const run = newRun(accountId, request({ licenses: { kinds: inOrder(kinds) } }));
    const { user, member } = personOf(run);
    const { userId, email, language, firstName } = user;
    await ports.identity.createUser({ userId, email, language, firstName });
    await ports.runs.start(run, new Date(Date.now() + 3_600_000).toISOString(), newStamp());
    await ports.members.create(user, member, recordOfRun(run, 'profile'), newStamp());
    await ports.members.record(run, recordOfRun(run, 'permissions'), newStamp());
    return run;
  };

  const hire = async (kinds?: readonly LicenseKind[]): Promise<OpenRun> => {
    const run = await newcomer(kinds);
    await takeState(ports, 'AssignLicenses', run);
    await takeState(ports, 'Activate', run);
    return run;
  };

  /** What the change feed and the sweeper do by themselves: nobody who fits goes on waiting, whoever is due is invited. */
  const settle = async (): Promise<void> => {
    await serveWaitingLine(ports)(accountId, 'settle');
    for (;;) {
      const due = await ports.invitations.due(new Date().toISOString(), 1);
      if (due.length === 0) return;
      await sweepLine(ports)('settle');
    }
  };

  return {
    ...quiet,
    accountId,
    authority: administratorOf(accountId),
    /** The ports that attempts use. */
    stormy: disturbed === table ? ports : { ...ports, ...storeOf(portsOn(disturbed).ports) },
    own,
    leaveFree,
    newcomer,
    hire,
    settle,
    setPolicy: (licensePolicy: LicensePolicy) =>
      ports.accounts.change(accountId, { licensePolicy }, newStamp()),
  };
};

/** The ports of the store alone: what is in memory is shared. */
const storeOf = ({
  identity: _,
  apiSignIn: __,
  mailer: ___,
  workflow: ____,
  clock: _____,
  log: ______,
  ...store
}: Ports) => store;

export type SeatOffice = Awaited<ReturnType<typeof openSeatOffice>>;
