import { type Asset, groupsOf } from '../domain/asset.ts';
import { seesAsset } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { type Fault, InvalidRequest } from '../domain/errors.ts';
import { numberFault } from '../domain/phone-number.ts';
import type { Ports } from './ports.ts';

const ofGroup = (key: string) => ({ kind: 'agent-group' as const, key });

const numberFaults = (asset: Asset): readonly Fault[] => {
  const detail = 'number' in asset ? numberFault(asset.number) : undefined;
  return detail === undefined ? [] : [{ pointer: '/number', detail }];
};

/** What an asset takes in newly has to be there, in sight, and not archived. */
const groupFaults = async (
  { assets }: Pick<Ports, 'assets'>,
  authority: Authority,
  former: readonly string[],
  groups: readonly string[],
): Promise<readonly Fault[]> => {
  const taken = groups.filter((key) => !former.includes(key));
  if (taken.length === 0) return [];
  const found = await assets.readMany(authority.accountId, taken.map(ofGroup));
  return groups.flatMap((key, index): Fault[] => {
    if (!taken.includes(key)) return [];
    const group = seesAsset(authority, ofGroup(key)) ? found.find((one) => one.key === key) : undefined;
    if (group !== undefined && !group.archived) return [];
    const detail =
      group === undefined
        ? 'is no agent group of this account'
        : 'is archived: restore the agent group first';
    return [{ pointer: `/agentGroups/${index}`, detail }];
  });
};

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
      ...(await groupFaults(ports, authority, former, groupsOf(after))),
    ];
    if (faults.length > 0) throw new InvalidRequest(faults);
    refuseBeyondReach(authority, former, groupsOf(after));
  };
