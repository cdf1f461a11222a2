import { describe, expect, it } from 'vitest';
import { LicenseNotInPlan } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import type { LicenseKind, Pool } from '../../core/domain/licenses.ts';
import type { OpenRun } from '../../core/domain/run.ts';
import { recordOf } from '../../core/domain/section-record.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { given, recordOfRun, request, seatsOf, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

type Store = Pick<Ports, 'accounts' | 'members' | 'runs' | 'seats'>;

const memberFor = (ports: Store, accountId: string, kinds: readonly LicenseKind[] = ['lmp']) =>
  given(ports).member(accountId, request({ licenses: { kinds } }));

const assign = ({ seats }: Store, run: OpenRun) =>
  seats.assign(seatsOf(run), recordOfRun(run, 'licenses'), stampAt());

const wait = ({ seats }: Store, run: OpenRun, missing: readonly LicenseKind[] = ['lmp']) =>
  seats.wait(seatsOf(run), missing, recordOfRun(run, 'licenses'), stampAt());

const poolOf = async ({ accounts }: Store, accountId: string, kind: LicenseKind): Promise<Pool | undefined> =>
  (await accounts.readWithPools(accountId))?.pools.find((pool) => pool.kind === kind);

const recordLeft = async ({ members }: Store, run: OpenRun) =>
  recordOf((await members.read(run))?.records ?? [], 'licenses');

export const seatsContract = (open: OpenStore): void => {
  describe('seats that are taken', () => {
    it('AP-30 A-2 takes a seat of every kind and leaves the record', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 2, voip: 1 });
      const run = await memberFor(ports, accountId, ['lmp', 'voip']);
      expect(await assign(ports, run)).toEqual({ outcome: 'assigned' });
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 1 });
      expect(await poolOf(ports, accountId, 'voip')).toMatchObject({ assigned: 1 });
      expect(await recordLeft(ports, run)).toEqual(recordOfRun(run, 'licenses'));
    });

    it('AP-30 X-3 takes all or none, and names just the kinds that were missing', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 5, dialer: 0, voip: 1, fax: 0 });
      const run = await memberFor(ports, accountId, ['lmp', 'dialer', 'voip', 'fax']);
      expect(await assign(ports, run)).toEqual({ outcome: 'unavailable', missing: ['dialer', 'fax'] });
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 0 });
      expect(await recordLeft(ports, run)).toBeUndefined();
    });

    it('AP-30 X-3 sells the last seat once, however many ask for it at once', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 2 });
      const runs = await Promise.all(Array.from({ length: 6 }, () => memberFor(ports, accountId)));
      const answers = await Promise.all(runs.map((run) => assign(ports, run)));
      expect(answers.filter(({ outcome }) => outcome === 'assigned')).toHaveLength(2);
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 2, purchased: 2 });
    });

    it('AP-30 takes nothing more when the same run repeats it, even with no seat left', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 1 });
      const run = await memberFor(ports, accountId);
      await assign(ports, run);
      expect(await assign(ports, run)).toEqual({ outcome: 'assigned' });
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 1 });
    });

    it('AP-30 refuses kinds that the plan has no licenses of, and names them', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 1 });
      const run = await memberFor(ports, accountId, ['lmp', 'fax']);
      const refusal = await assign(ports, run).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(LicenseNotInPlan);
      expect(String(refusal)).toContain('fax');
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 0 });
    });

    it('AP-30 X-3 gives newcomers no seat while someone waits for it, even a free one', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 1 });
      const holder = await memberFor(ports, accountId);
      await assign(ports, holder);
      expect(await wait(ports, await memberFor(ports, accountId))).toBe('waiting');
      await ports.seats.release(seatsOf(holder), stampAt());
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
      const newcomer = await memberFor(ports, accountId);
      expect(await assign(ports, newcomer)).toEqual({ outcome: 'unavailable', missing: ['lmp'] });
      expect(await wait(ports, newcomer)).toBe('waiting');
    });
  });

  describe('places in the waiting line', () => {
    it('AP-31 A-10 joins the line holding nothing, and the record says what for', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 0, voip: 3 });
      const run = await memberFor(ports, accountId, ['lmp', 'voip']);
      expect(await wait(ports, run)).toBe('waiting');
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
      expect(await poolOf(ports, accountId, 'voip')).toMatchObject({ assigned: 0, waiting: 0 });
      expect(await recordLeft(ports, run)).toEqual({
        ...recordOfRun(run, 'licenses'),
        waitingFor: ['lmp'],
      });
    });

    it('AP-31 takes one place only when the same run repeats it', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 0 });
      const run = await memberFor(ports, accountId);
      await wait(ports, run);
      expect(await wait(ports, run)).toBe('waiting');
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ waiting: 1 });
    });

    it('AP-31 does not join when a seat has become free meanwhile', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 0, voip: 1 });
      const run = await memberFor(ports, accountId, ['lmp', 'voip']);
      expect(await wait(ports, run, ['lmp', 'voip'])).toBe('available');
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ waiting: 0 });
      expect(await recordLeft(ports, run)).toBeUndefined();
    });

    it('AP-30 AP-31 the step is done for who waits: asking again takes no seat', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 0 });
      const run = await memberFor(ports, accountId);
      await wait(ports, run);
      expect(await assign(ports, run)).toEqual({ outcome: 'assigned' });
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
    });
  });

  describe('seats and places that are given back', () => {
    it('AP-32 gives back every seat with the record; a repeat does nothing', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 2, voip: 2 });
      const other = await memberFor(ports, accountId);
      await assign(ports, other);
      const run = await memberFor(ports, accountId, ['lmp', 'voip']);
      await assign(ports, run);
      await ports.seats.release(seatsOf(run), stampAt());
      await ports.seats.release(seatsOf(run), stampAt());
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 1 });
      expect(await poolOf(ports, accountId, 'voip')).toMatchObject({ assigned: 0 });
      expect(await recordLeft(ports, run)).toBeUndefined();
      expect(await assign(ports, run)).toEqual({ outcome: 'assigned' });
    });

    it('AP-32 gives back the place in the line, and the next newcomer may take a seat', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 1 });
      const holder = await memberFor(ports, accountId);
      await assign(ports, holder);
      const waiting = await memberFor(ports, accountId);
      await wait(ports, waiting);
      await ports.seats.release(seatsOf(holder), stampAt());
      await ports.seats.release(seatsOf(waiting), stampAt());
      await ports.seats.release(seatsOf(waiting), stampAt());
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 0 });
      expect(await assign(ports, await memberFor(ports, accountId))).toEqual({ outcome: 'assigned' });
    });

    it('AP-32 gives back what was taken, not what the request says by now', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 2, voip: 2 });
      const run = await memberFor(ports, accountId, ['lmp', 'voip']);
      await assign(ports, run);
      await ports.seats.release({ ...seatsOf(run), kinds: ['lmp'] }, stampAt());
      expect(await poolOf(ports, accountId, 'voip')).toMatchObject({ assigned: 0 });
    });

    it('AP-32 does nothing for who holds nothing', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 1 });
      await ports.seats.release(seatsOf(await memberFor(ports, accountId)), stampAt());
      await ports.seats.release(seatsOf(await given(ports).run(newId('account'))), stampAt());
      expect(await poolOf(ports, accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 0 });
    });
  });
};
