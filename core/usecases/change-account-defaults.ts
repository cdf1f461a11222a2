import { accountReferences, movedReferences } from '../domain/account-references.ts';
import { type AccountSettings, accountSettings } from '../domain/account-settings.ts';
import { seesAsset } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { ChangedMeanwhile, InvalidRequest } from '../domain/errors.ts';
import { merged } from '../domain/patch.ts';
import type { Ports, Stamp, VersionedSettings } from './ports.ts';
import { referenceFaults } from './reference-faults.ts';

const RECORDED = '/dialing/callRecording/campaigns';

const recordedIn = ({ dialing }: AccountSettings, key: string): number | undefined =>
  dialing.callRecording?.campaigns.find(({ campaign }) => campaign === key)?.percent;

/** How many calls of a campaign are recorded is for who sees it to change. */
const refuseBeyondReach = (authority: Authority, before: AccountSettings, after: AccountSettings): void => {
  const hidden = accountReferences(before).filter((ref) => !seesAsset(authority, ref));
  const changed = hidden.filter(({ key }) => recordedIn(before, key) !== recordedIn(after, key));
  refuseMoreThanHeld(
    changed.map(({ key }) => ({
      pointer: RECORDED,
      detail: `changes what counts for ${key}, beyond your reach`,
    })),
  );
};

/**
 * Changes what counts for every member of the account whose own settings do not say otherwise (A-6, C-58, D-12), from now
 * on, field by field. Throws `ChangedMeanwhile`, `InvalidRequest`, `MoreThanHeld`, `AssetGone`.
 */
export const changeAccountDefaults =
  (ports: Pick<Ports, 'accountDefaults' | 'assets'>) =>
  async (
    authority: Authority,
    ifMatch: number,
    patch: Readonly<Record<string, unknown>>,
    stamp: Stamp,
  ): Promise<VersionedSettings> => {
    const { accountId } = authority;
    const before = await ports.accountDefaults.read(accountId);
    if (before.version !== ifMatch) throw new ChangedMeanwhile();
    const settings = accountSettings.parse(merged(before.settings, patch));
    const moved = movedReferences(accountReferences(before.settings), accountReferences(settings));
    const faults = await referenceFaults(ports)(authority, moved.taken);
    if (faults.length > 0) throw new InvalidRequest(faults);
    refuseBeyondReach(authority, before.settings, settings);
    await ports.accountDefaults.change(accountId, before, settings, stamp);
    return { settings, version: before.version + 1 };
  };
