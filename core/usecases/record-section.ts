import type { SectionName } from '../domain/steps.ts';
import type { Ports } from './ports.ts';
import { takeStep } from './take-step.ts';

/** The steps whose whole effect is what the member's section then says: steps 3 to 7 (A-3…A-7). */
export const recordSection = (section: SectionName) => (ports: Pick<Ports, 'runs' | 'members' | 'clock'>) =>
  takeStep(ports)(section, ({ run, record, stamp }) => ports.members.record(run, record, stamp));
