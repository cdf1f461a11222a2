import type { OpenRun } from '../../core/domain/run.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { DUE, given, LATER, newRun, personOf, recordOfRun, stampAt } from './samples.ts';

type Store = Pick<Ports, 'accounts' | 'runs' | 'members' | 'seats'>;

/** A user of another account, and a run that is to offer them this one. */
export const offerFor = async (ports: Store, accountId: string): Promise<{ run: OpenRun; home: OpenRun }> => {
  const home = await given(ports).member();
  return { home, run: againFor(home, accountId) };
};

/** Another run that is to offer the account to the same user. */
export const againFor = ({ userId, sections }: OpenRun, accountId: string): OpenRun => ({
  ...newRun(accountId, sections),
  userId,
  isOffer: true,
});

/** The offer as it stands when all is set up and the user is to decide. */
export const offered = async (ports: Store, accountId: string): Promise<{ run: OpenRun; home: OpenRun }> => {
  const { run, home } = await offerFor(ports, accountId);
  await ports.runs.start(run, DUE, stampAt());
  await ports.members.join(personOf(run).member, recordOfRun(run, 'profile'), stampAt());
  await ports.runs.offer(run, LATER, stampAt());
  return { run: { ...run, status: 'offered' }, home };
};
