import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Authority } from '../../../core/domain/authorization/authority.ts';
import type { Holding } from '../../../core/domain/holding.ts';
import type { LicenseKind, LicensePolicy } from '../../../core/domain/licenses.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { holdingOf, recordOf } from '../../../core/domain/section-record.ts';
import { assignLicense, reactivateMember, takeBackLicense } from '../../../core/usecases/change-licenses.ts';
import { restoreMember, suspendMember } from '../../../core/usecases/change-status.ts';
import type { MemberRef, Ports } from '../../../core/usecases/ports.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { switchAgentFeatures } from '../../../core/usecases/switch-agent-features.ts';
import { inMemory, type World } from '../../ports/in-memory.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { execute } from '../../ports/state-machine.ts';
import { administratorOf } from '../authorization/authorities.ts';

type Seats = Partial<Record<LicenseKind, number>>;
type Sections = Parameters<typeof request>[0] & object;

let requests = 0;
/** Of a request of its own, as every call is. */
const stamp = () => {
  requests += 1;
  return { ...stampAt(), requestId: `req-${requests}` };
};

/** Buys seats, or gives them up, without anybody looking at the line. */
export const ownSeats = async (
  { billing }: Pick<Ports, 'billing'>,
  accountId: string,
  seats: Seats,
): Promise<void> => {
  const owned = await billing.read(accountId);
  if (owned === undefined) throw new Error('There is no such account.');
  const lines = owned.pools.map(({ kind, purchased: before }) => ({
    kind,
    before,
    after: seats[kind] ?? before,
    pricePerSeat: 1000,
  }));
  const { planId, version } = owned;
  const entry = { accountId, entry: version + 1, at: stampAt().at, by: 'operator', planId, currency: 'USD' };
  expect(await billing.change({ ...entry, lines }, stamp())).toEqual({ taken: [] });
};

/** An account with these seats, and all that can be done about licenses, as its administrator does it. */
export const openLicensedOffice = async (
  purchased: Seats,
  policy: LicensePolicy = 'deactivate',
  world: World = inMemory(),
) => {
  const { ports } = world;
  const accountId = await given(ports).account(purchased, policy);
  const administrator: Authority = administratorOf(accountId);

  /** Asks for somebody, who is set up later. */
  const ask = async (kinds: readonly LicenseKind[] = ['lmp'], sections: Sections = {}): Promise<OpenRun> => {
    // The line goes by when somebody was asked for, in milliseconds.
    await sleep(2);
    return given(ports).run(accountId, request({ ...sections, licenses: { kinds } }));
  };
  const onboard = async (kinds?: readonly LicenseKind[], sections?: Sections): Promise<OpenRun> => {
    const run = await ask(kinds, sections);
    await execute(ports, run);
    return run;
  };
  const read = async (ref: MemberRef) => {
    const found = await ports.members.read(ref);
    if (found === undefined) throw new Error('There is no such member.');
    return found;
  };
  const member = async (ref: MemberRef) => (await read(ref)).member;
  const status = async (ref: MemberRef) => (await member(ref)).status;
  const holding = async (ref: MemberRef): Promise<Holding> =>
    holdingOf(recordOf((await read(ref)).records, 'licenses'));
  const pools = async () => (await ports.accounts.readWithPools(accountId))?.pools ?? [];
  const pool = async (kind: LicenseKind) => (await pools()).find((one) => one.kind === kind);
  const line = async (): Promise<readonly string[]> =>
    (await ports.seats.line(accountId, { limit: 100 })).items.map(({ userId }) => userId);

  const own = (seats: Seats) => ownSeats(ports, accountId, seats);
  const as = (by: Authority, through: Ports) => ({
    assign: (ref: MemberRef, kind: LicenseKind) => assignLicense(through)(by, ref, kind, stamp()),
    takeBack: (ref: MemberRef, kind: LicenseKind) => takeBackLicense(through)(by, ref, kind, stamp()),
    reactivate: (ref: MemberRef) => reactivateMember(through)(by, ref, stamp()),
    suspend: (ref: MemberRef) => suspendMember(through)(by, ref, stamp()),
    restore: (ref: MemberRef) => restoreMember(through)(by, ref, stamp()),
    agentFeatures: (ref: MemberRef, enabled: boolean) =>
      switchAgentFeatures(through)(by, ref, enabled, stamp()),
  });

  const serve = (through: Ports = ports) => serveWaitingLine(through)(accountId, stamp().requestId);

  /** what the pools count is what the members hold and wait for, and never more than is owned. */
  const expectCounted = async (): Promise<void> => {
    const holdings = await Promise.all(
      [...world.database.members.values()].filter((one) => one.accountId === accountId).map(holding),
    );
    const waiting = holdings.filter(({ waitingFor }) => waitingFor.length > 0);
    expect((await line()).length).toBe(waiting.length);
    for (const { kind, assigned, waiting: counted, purchased: bought } of await pools()) {
      expect([kind, assigned]).toEqual([kind, holdings.filter(({ held }) => held.includes(kind)).length]);
      expect([kind, counted]).toEqual([kind, waiting.filter((one) => one.waitingFor.includes(kind)).length]);
      expect(assigned).toBeLessThanOrEqual(bought);
    }
  };

  return {
    ...world,
    accountId,
    administrator,
    ask,
    onboard,
    member,
    status,
    holding,
    pool,
    line,
    own,
    as,
    serve,
    expectCounted,
    ...as(administrator, ports),
  };
};

export type LicensedOffice = Awaited<ReturnType<typeof openLicensedOffice>>;
