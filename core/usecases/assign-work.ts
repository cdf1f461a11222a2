import { AssetGone } from '../domain/errors.ts';
import { type Reference, workReferences } from '../domain/references.ts';
import type { OpenRun } from '../domain/run.ts';
import { recordOf } from '../domain/section-record.ts';
import { distinct, isWorkKind, type WorkAssignment } from '../domain/sections/work.ts';
import type { Ports } from './ports.ts';
import { takeStep } from './take-step.ts';

type Needs = Pick<Ports, 'runs' | 'members' | 'work' | 'assets' | 'clock'>;

const assignmentTo = ({ kind, key }: Reference): readonly WorkAssignment[] =>
  isWorkKind(kind) ? [{ kind, key }] : [];

/** What a run has been through already: whoever is assigned stays so, whatever is archived later. */
const isDone = async ({ members }: Needs, run: OpenRun): Promise<boolean> => {
  const found = await members.read(run);
  return recordOf(found?.records ?? [], 'work')?.runId === run.runId;
};

/**
 * Nobody is newly assigned to what is archived: the members are assigned first, and then it is looked whether all of it is
 * there; whoever deletes something archives it first, and then looks who is assigned (ADR 0021).
 * Throws `AssetGone`, having released the member again from what is not there.
 */
const refuseGone = async (ports: Needs, run: OpenRun, named: readonly Reference[]): Promise<void> => {
  if (named.length === 0) return;
  const found = await ports.assets.readMany(run.accountId, named);
  const present = new Set(found.filter(({ archived }) => !archived).map(({ kind, key }) => `${kind}#${key}`));
  const gone = named.filter(({ kind, key }) => !present.has(`${kind}#${key}`));
  if (gone.length === 0 || (await isDone(ports, run))) return;
  await ports.work.release(run, gone.flatMap(assignmentTo));
  throw new AssetGone(gone.map(({ pointer }) => ({ pointer, detail: 'is not there any more, or archived' })));
};

/**
 * Step 8: the memberships of campaigns, dialer initiatives, ACD queues, routes and agent groups, in batches; marked
 * last.
 */
export const assignWork = (ports: Needs) =>
  takeStep(ports)('work', async ({ run, record, stamp }) => {
    const named = workReferences(run.sections);
    const wanted = named.flatMap(assignmentTo);
    await ports.work.release(run, distinct(run.formerWork ?? [], wanted));
    await ports.work.assign(run, wanted, stamp);
    await refuseGone(ports, run, named);
    await ports.members.record(run, record, stamp);
  });
