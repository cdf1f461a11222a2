import type { AssetRef } from '../domain/asset-kinds.ts';
import { seesAsset } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import type { Fault } from '../domain/errors.ts';
import { isIn, workReferences } from '../domain/references.ts';
import type { Ports } from './ports.ts';
import type { Wanted } from './section-faults.ts';

const differing = ({ before, after }: Wanted): readonly AssetRef[] => {
  const was = workReferences(before);
  const is = workReferences(after);
  return [...is.filter((ref) => !isIn(was)(ref)), ...was.filter((ref) => !isIn(is)(ref))];
};

/** The agent groups that some asset out of sight takes in: whoever is in one works on that too. */
const bringingMore = async (
  { assets }: Pick<Ports, 'assets'>,
  authority: Authority,
  groups: readonly AssetRef[],
): Promise<readonly AssetRef[]> => {
  const takers = await Promise.all(
    groups.map((group) => assets.takers({ ...group, accountId: authority.accountId })),
  );
  return groups.filter((_, index) => takers[index]?.some((taker) => !seesAsset(authority, taker)));
};

/**
 * The faults of giving a member work, or taking it away, that is out of reach of whoever does it: also of what comes
 * with an agent group, archived or not (B-16). What is out of sight is not named. Groups are looked up only for those whose
 * own work is narrowed.
 */
export const workFaults =
  (ports: Pick<Ports, 'assets'>) =>
  async (authority: Authority, wanted: Wanted, at: string): Promise<readonly Fault[]> => {
    if (authority.rights.work === 'everything') return [];
    const changed = differing(wanted);
    const beyond = changed.filter((ref) => !seesAsset(authority, ref));
    const groups = changed.filter((ref) => ref.kind === 'agent-group' && seesAsset(authority, ref));
    const faults = (refs: readonly AssetRef[], what: string): readonly Fault[] =>
      refs.length === 0
        ? []
        : [{ pointer: `${at}/work`, detail: `${what}: ${refs.map(({ key }) => key).join(', ')}` }];
    return [
      ...faults(beyond, 'assigns work beyond your reach'),
      ...faults(
        await bringingMore(ports, authority, groups),
        'assigns agent groups that bring work beyond your reach',
      ),
    ];
  };
