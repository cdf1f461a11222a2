import { dynamodbBilling } from '../core/adapters/dynamodb/billing.ts';
import { dynamodbMembers } from '../core/adapters/dynamodb/members.ts';
import { dynamodbSeats } from '../core/adapters/dynamodb/seats.ts';
import { dynamodbSessions } from '../core/adapters/dynamodb/sessions.ts';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { newId, newPlace } from '../core/domain/ids.ts';
import type { Member } from '../core/domain/member.ts';
import type { LicensesRecord } from '../core/domain/section-record.ts';
import { recordOf } from '../core/domain/section-record.ts';
import type { HeadChange, SeatMove } from '../core/usecases/ports.ts';
import { addMember, benchStamp, licensesRecord, openBenchAccount } from './seat-account.ts';
import { countWrites } from './write-units.ts';

const activated = (member: Member): HeadChange => ({
  before: { member, records: [] },
  member: { ...member, status: 'active', version: 1 },
  administrators: 0,
});

/**
 * What each seat operation writes, in write units, table and indexes together: of one license, from a pool of one block.
 * `reader` is another store on the same table, not counted.
 */
export const measureSeatUnits = async (store: Store, reader: Store): Promise<ReadonlyMap<string, number>> => {
  const costs = countWrites(store, reader);
  const units = new Map<string, number>();
  const seats = dynamodbSeats(store);
  const accountId = await openBenchAccount(reader, { lmp: 1, desktop: 1 });

  const count = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    costs.length = 0;
    await act();
    units.set(
      name,
      costs.reduce((sum, { tableUnits, indexUnits }) => sum + tableUnits + indexUnits, 0),
    );
  };
  const move = async (asked: SeatMove): Promise<void> => {
    const { outcome } = await seats.move(asked, benchStamp());
    if (outcome !== 'moved') throw new Error(`Nothing was moved: ${outcome}.`);
  };
  const recordOfMember = async (ref: Member): Promise<LicensesRecord | undefined> =>
    recordOf((await dynamodbMembers(reader).read(ref))?.records ?? [], 'licenses');

  const holder = await addMember(reader, accountId, 'active');
  const waiter = await addMember(reader, accountId, 'deactivated');
  const took = licensesRecord(['lmp', 'desktop'], { held: ['lmp'] });
  await count('take a seat (AP-30)', () =>
    move({ ref: holder, before: undefined, after: took, turn: 'newcomer', status: 'active' }),
  );
  const waiting = licensesRecord(['lmp'], { waitingFor: ['lmp'], place: newPlace() });
  await count('join the waiting line (AP-31)', () =>
    move({
      ref: waiter,
      before: undefined,
      after: waiting,
      turn: 'newcomer',
      missing: ['lmp'],
      status: 'deactivated',
    }),
  );
  const at = new Date().toISOString();
  const { userId } = holder;
  const session = {
    accountId,
    userId,
    sessionId: newId('session'),
    kinds: ['desktop'] as const,
    startedAt: at,
    seenAt: at,
  };
  await count('begin a session (AP-110)', () => dynamodbSessions(store).start(session, benchStamp()));
  await count('end a session (AP-113)', () => dynamodbSessions(store).end(session, benchStamp()));
  await count('give a seat back (AP-32)', async () =>
    move({
      ref: holder,
      before: await recordOfMember(holder),
      after: { ...took, held: [] },
      turn: 'newcomer',
      status: 'active',
    }),
  );
  await count('be served, become active, be invited (AP-33)', async () => {
    const { waitingFor: _, place: __, ...rest } = waiting;
    await move({
      ref: waiter,
      before: await recordOfMember(waiter),
      after: { ...rest, held: ['lmp'] },
      turn: { passedOver: [] },
      status: 'deactivated',
      head: activated(waiter),
      invitationDue: at,
    });
  });
  const lines = [
    { kind: 'lmp', before: 1, after: 2, pricePerSeat: 100 },
    { kind: 'desktop', before: 1, after: 1, pricePerSeat: 100 },
  ] as const;
  const entry = { accountId, entry: 2, at, by: userId, planId: 'standard', currency: 'USD', lines };
  await count('buy seats of one kind (AP-86)', () => dynamodbBilling(store).change(entry, benchStamp()));
  return units;
};
