import { type Asset, groupsOf } from '../domain/asset.ts';
import { seesAsset } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { type Fault, InvalidRequest } from '../domain/errors.ts';
import { numberFault } from '../domain/phone-number.ts';
import type { Reference } from '../domain/references.ts';
import type { Ports } from './ports.ts';
import { referenceFaults } from './reference-faults.ts';

const ofGroup = (key: string) => ({ kind: 'agent-group' as const, key });

const numberFaults = (asset: Asset): readonly Fault[] => {
  const detail = 'number' in asset ? numberFault(asset.number) : undefined;
  return detail === undefined ? [] : [{ pointer: '/number', detail }];
};

/** The agent groups that an asset takes in newly, and where it names them. */
const groupsTaken = (former: readonly string[], groups: readonly string[]): readonly Reference[] =>
  groups.flatMap((key, index) =>
    former.includes(key) ? [] : [{ ...ofGroup(key), pointer: `/agentGroups/${index}` }],
  );

/** The groups that stay away are within reach too of whoever sends them away. */
const refuseBeyondReach = (
  authority: Authority,
  former: readonly string[],
  groups: readonly string[],
): void => {
  const beyond = former.filter((key) => !groups.includes(key) && !seesAsset(authority, ofGroup(key)));
  refuseMoreThanHeld(
    beyond.length === 0
      ? []
      : [{ pointer: '/agentGroups', detail: `takes away groups beyond your reach: ${beyond.join(', ')}` }],
  );
};

/** The faults of an asset that its schema cannot see. Throws `InvalidRequest`, `MoreThanHeld`. */
export const refuseAsset =
  (ports: Pick<Ports, 'assets'>) =>
  async (authority: Authority, before: Asset | undefined, after: Asset): Promise<void> => {
    const former = before === undefined ? [] : groupsOf(before);
    const faults = [
      ...numberFaults(after),
      ...(await referenceFaults(ports)(authority, groupsTaken(former, groupsOf(after)))),
    ];
    if (faults.length > 0) throw new InvalidRequest(faults);
    refuseBeyondReach(authority, former, groupsOf(after));
  };
