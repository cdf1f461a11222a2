import { describe, expect, it } from 'vitest';
import { LastAdministrator } from '../../core/domain/errors.ts';
import { emptied, needing, queued, satisfied } from '../../core/domain/holding.ts';
import { newPlace } from '../../core/domain/ids.ts';
import type { LicenseKind } from '../../core/domain/licenses.ts';
import type { HeadChange, MemberRef, Ports } from '../../core/usecases/ports.ts';
import { permissionsRecord } from './member-samples.ts';
import { given, LATER, openingOf, stampAt } from './samples.ts';
import { seating } from './seat-samples.ts';
import type { OpenStore } from './store.ts';

type Store = Pick<Ports, 'accounts' | 'billing' | 'members' | 'runs' | 'seats'>;

const MOVED = { outcome: 'moved' };
const CHANGED = { outcome: 'changed-meanwhile' };

/** Buys seats for an account that has bought nothing since it was made. */
const buy = async (
  { billing }: Store,
  accountId: string,
  purchased: Partial<Record<LicenseKind, number>>,
) => {
  const owned = await billing.read(accountId);
  const entry = { ...openingOf(accountId, purchased), entry: (owned?.version ?? 0) + 1, at: LATER };
  expect(await billing.change(entry, stampAt(LATER))).toEqual({ taken: [] });
};

/** The head as it is now, with these changes. */
const headAs = async (
  { members }: Store,
  ref: MemberRef,
  more: Partial<HeadChange['member']>,
  administrators: HeadChange['administrators'] = 0,
): Promise<HeadChange> => {
  const before = await members.read(ref);
  if (before === undefined) throw new Error('There is no member.');
  const next = { ...before.member, version: before.member.version + 1, ...more };
  return { before, member: next, administrators };
};

export const servedContract = (open: OpenStore): void => {
  describe('being served from the waiting line', () => {
    it.each([1, 500])('AP-33 A-23 takes the seats and leaves the place, of %i seats', async (seats) => {
      const { ports } = open();
      const { member, wait, serve, pool, line, recordLeft } = seating(ports);
      const accountId = await given(ports).account({ lmp: seats, voip: 0 });
      const run = await member(accountId, ['lmp', 'voip']);
      const other = await member(accountId, ['lmp', 'voip']);
      await wait(run, ['voip']);
      await wait(other, ['voip']);
      await buy(ports, accountId, { voip: seats });
      expect(await serve(run)).toEqual(MOVED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1, waiting: 1 });
      expect(await pool(accountId, 'voip')).toMatchObject({ assigned: 1, waiting: 1 });
      expect((await line(accountId)).map(({ userId }) => userId)).toEqual([other.userId]);
      const record = await recordLeft(run);
      expect(record).toMatchObject({ held: ['lmp', 'voip'] });
      expect(record).not.toHaveProperty('waitingFor');
      expect(record).not.toHaveProperty('place');
    });

    it('AP-33 X-3 does not take what is not free', async () => {
      const { ports } = open();
      const { member, take, wait, serve, pool, line } = seating(ports);
      const accountId = await given(ports).account({ lmp: 1, voip: 1 });
      const holder = await member(accountId);
      await take(holder);
      const run = await member(accountId, ['lmp', 'voip']);
      await wait(run, ['lmp']);
      expect(await serve(run)).toEqual({ outcome: 'unavailable', missing: ['lmp'] });
      expect(await pool(accountId, 'voip')).toMatchObject({ assigned: 0, waiting: 1 });
      expect(await line(accountId)).toHaveLength(1);
    });

    it('AP-33 happens once, whoever tries at the same time', async () => {
      const { ports } = open();
      const { member, wait, change, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 0 });
      const run = await member(accountId);
      await wait(run);
      await buy(ports, accountId, { lmp: 3 });
      const outcomes = await Promise.all(
        [1, 2, 3, 4].map((number) =>
          change(run, satisfied, { turn: { passedOver: [] } }, { ...stampAt(), requestId: `req-${number}` }),
        ),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'moved')).toHaveLength(1);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1, waiting: 0 });
    });

    it.each([1, 500])('AP-33 X-3 passes nobody over who could have one of %i seats by now', async (seats) => {
      const { ports } = open();
      const { member, wait, serve, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 5, voip: 0, fax: 0 });
      const first = await member(accountId, ['lmp', 'voip']);
      const second = await member(accountId, ['lmp', 'fax']);
      await wait(first, ['voip']);
      await wait(second, ['fax']);
      await buy(ports, accountId, { fax: 1 });
      await buy(ports, accountId, { voip: seats });
      expect(await serve(second, ['voip'])).toEqual({ outcome: 'available' });
      expect(await pool(accountId, 'fax')).toMatchObject({ assigned: 0, waiting: 1 });
      expect(await serve(first)).toEqual(MOVED);
      expect(await serve(second, seats === 1 ? ['voip'] : [])).toEqual(MOVED);
      expect(await pool(accountId, 'fax')).toMatchObject({ assigned: 1, waiting: 0 });
    });

    it('AP-33 gives who works already the license more that they waited for', async () => {
      const { ports } = open();
      const { member, take, change, serve, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 1, email: 0 });
      const run = await member(accountId);
      await take(run);
      await change(run, (holding) => queued(needing(holding, 'email'), newPlace()), { missing: ['email'] });
      await buy(ports, accountId, { email: 60 });
      expect(await serve(run)).toEqual(MOVED);
      expect(await pool(accountId, 'email')).toMatchObject({ assigned: 1, waiting: 0 });
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1 });
    });
  });

  describe('what becomes of a member with their licenses', () => {
    const waiting = async (ports: Store) => {
      const people = seating(ports);
      const accountId = await given(ports).account({ lmp: 0 });
      const run = await people.member(accountId);
      await people.wait(run);
      await buy(ports, accountId, { lmp: 1 });
      return { ...people, accountId, run };
    };

    it('AP-33 A-23 changes with it: active, counted as administrator, their invitation left to be sent', async () => {
      const { ports, activeAdministrators } = open();
      const { run, accountId, serve } = await waiting(ports);
      const head = await headAs(ports, run, { status: 'active' }, 1);
      expect(await serve(run, [], { head, invitationDue: LATER })).toEqual(MOVED);
      expect((await ports.members.read(run))?.member).toMatchObject({ status: 'active', version: 1 });
      expect(await activeAdministrators(accountId)).toBe(1);
      expect(await ports.invitations.read(run)).toEqual({ dueAt: LATER });
    });

    it('AP-33 changes not at all when somebody has changed the member since: nor do the seats', async () => {
      const { ports } = open();
      const { run, accountId, serve, pool, line } = await waiting(ports);
      const head = await headAs(ports, run, { status: 'active' });
      const change = { records: [], taken: [], givenUp: [] };
      const before = await ports.members.read(run);
      if (before === undefined) throw new Error('There is no member.');
      await ports.members.change({ ...change, ...(await headAs(ports, run, {})), before }, stampAt());
      expect(await serve(run, [], { head, invitationDue: LATER })).toEqual(CHANGED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
      expect(await line(accountId)).toHaveLength(1);
      expect(await ports.invitations.read(run)).toBeUndefined();
    });

    it('AP-33 E-21 changes not at all when they are administrator, or not, otherwise than was read', async () => {
      const { ports, activeAdministrators } = open();
      const { run, accountId, serve, pool } = await waiting(ports);
      const head = await headAs(ports, run, { status: 'active' });
      const promoted = {
        ...(await headAs(ports, run, {})),
        records: [permissionsRecord({ role: 'administrator' })],
      };
      await ports.members.change({ ...promoted, taken: [], givenUp: [] }, stampAt());
      // The head as it has become, and the permissions as they were.
      const { before, member } = await headAs(ports, run, { status: 'active' });
      const half = { ...head, before: { ...head.before, member: before.member }, member };
      expect(await serve(run, [], { head: half })).toEqual(CHANGED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
      expect(await serve(run, [], { head: { ...half, before, administrators: 1 } })).toEqual(MOVED);
      expect(await activeAdministrators(accountId)).toBe(1);
    });

    it('AP-33 is left alone when the member is in another state than was read', async () => {
      const { ports } = open();
      const { run, accountId, serve, pool } = await waiting(ports);
      expect(await serve(run, [], { status: 'deactivated' })).toEqual(CHANGED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
    });

    it('AP-32 never deactivates the last administrator, who keeps every seat', async () => {
      const { ports, activeAdministrators } = open();
      const { run, accountId, serve, change, pool } = await waiting(ports);
      await serve(run, [], { head: await headAs(ports, run, { status: 'active' }, 1) });
      const head = await headAs(ports, run, { status: 'deactivated' }, -1);
      await expect(change(run, emptied, { head })).rejects.toThrow(LastAdministrator);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1 });
      expect((await ports.members.read(run))?.member.status).toBe('active');
      expect(await activeAdministrators(accountId)).toBe(1);
    });

    it('AP-32 ends an agency role with the membership that it stands on', async () => {
      const { ports } = open();
      const { run, serve, change } = await waiting(ports);
      await serve(run);
      const role = { agencyId: 'agn_1', accountId: run.accountId, role: 'agency-administrator' as const };
      const given_ = { ...(await headAs(ports, run, {})), agencyRole: { is: role } };
      expect(await change(run, (holding) => holding, { head: given_ })).toEqual(MOVED);
      const taken = { ...(await headAs(ports, run, {})), agencyRole: { is: undefined } };
      expect(await change(run, emptied, { head: taken })).toEqual(MOVED);
      expect((await ports.users.read(run.userId))?.agencyRole).toBeUndefined();
    });

    it('AP-56 a run does not end deactivated for who was served meanwhile', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 0 });
      const run = await given(ports).member(accountId);
      const { wait, serve } = seating(ports);
      await wait(run);
      await buy(ports, accountId, { lmp: 1 });
      await serve(run);
      const ending = { outcome: 'deactivated', deactivationReason: 'no-license' } as const;
      await expect(ports.runs.finish(run, ending, stampAt())).rejects.toMatchObject({ code: 'busy' });
      expect(await ports.runs.read(run)).toMatchObject({ status: 'running' });
      expect((await ports.members.read(run))?.member.status).toBe('onboarding');
    });
  });
};
