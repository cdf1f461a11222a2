import type { Authority } from '../domain/authorization/authority.ts';
import { NotFound } from '../domain/errors.ts';
import { hoursBetween, type Interval } from '../domain/schedule-hours.ts';
import type { Ports } from './ports.ts';
import { readAsset } from './read-asset.ts';

/** When a schedule is open, from a date in its time zone or a moment on, for so many days (D-16). Throws `NotFound`. */
export const readScheduleHours =
  (ports: Pick<Ports, 'assets'>) =>
  async (
    authority: Authority,
    key: string,
    { from, days }: { from: string; days: number },
  ): Promise<{ timeZone: string; open: readonly Interval[] }> => {
    const schedule = await readAsset(ports)(authority, { kind: 'schedule', key });
    if (schedule.kind !== 'schedule') throw new NotFound();
    return { timeZone: schedule.timeZone, open: hoursBetween(schedule, from, days) };
  };
