import type { OpenRun } from '../../../core/domain/run.ts';
import { parkRun } from '../../../core/usecases/park-run.ts';
import type { Ports, Stamp } from '../../../core/usecases/ports.ts';
import { takeState } from '../../ports/state-machine.ts';
import { inFlight } from './in-flight.ts';
import type { SeatOffice } from './seat-office.ts';

/** What one client does, by the ports it is given; it may be asked again to do the same. */
export type Attempt = (ports: Ports, stamp: Stamp) => Promise<unknown>;

export const many = <Made>(count: number, make: (index: number) => Promise<Made>): Promise<Made[]> =>
  inFlight(Array.from({ length: count }, (_, index) => () => make(index)));

/** The steps of a run that have to do with seats; what fails parks it. */
export const goOn =
  (run: OpenRun, attempt = 1): Attempt =>
  async (ports) => {
    const ref = { ...run, attempt };
    try {
      await takeState(ports, 'AssignLicenses', ref);
    } catch (error) {
      if (Object(error).code !== 'no-free-seat') throw error;
      const failure = { step: 'AssignLicenses', code: 'no-free-seat', detail: '' } as const;
      return parkRun(ports)(ref, failure, { by: 'storm', requestId: 'storm' });
    }
    await takeState(ports, 'Activate', ref);
  };

/** A run whose process died after it had taken its seats. */
export const parkedWithSeats = async (office: SeatOffice): Promise<OpenRun> => {
  const run = await office.newcomer();
  await takeState(office.ports, 'AssignLicenses', run);
  const failure = { step: 'SetPermissions', code: 'interrupted', detail: '' } as const;
  await parkRun(office.ports)(run, failure, { by: 'storm', requestId: 'storm' });
  return run;
};

/** A run that found no seat free, in an account that would rather have it refused. */
export const parkedWithout = async (office: SeatOffice): Promise<OpenRun> => {
  const run = await office.newcomer();
  await goOn(run)(office.ports, { at: '', by: '', channel: 'run', requestId: '' });
  return run;
};
