import {
  foldersGivingTools,
  givesFolderTools,
  withFolderTools,
} from '../domain/authorization/folder-tools.ts';
import { InvalidRequest } from '../domain/errors.ts';
import { changePolicy } from './change-policy.ts';
import type { Ports, Stamp } from './ports.ts';

/**
 * Lets a folder give folder tools to its members and to those below, or no longer (C-36). Answers the folders, from the
 * root down, that give them there now: what a folder above gives is not taken away by one below. A repeat does nothing.
 * Throws `InvalidRequest`, `Busy`.
 */
export const switchFolderTools =
  ({ accounts, ...ports }: Pick<Ports, 'accounts' | 'policies' | 'replays' | 'clock'>) =>
  async (
    { accountId, folderId, isGiven }: { accountId: string; folderId: string; isGiven: boolean },
    stamp: Stamp,
  ) => {
    if ((await accounts.read(accountId)) === undefined)
      throw new InvalidRequest([{ pointer: '/accountId', detail: 'is no account' }]);
    const before = await ports.policies.read(accountId);
    const edit = withFolderTools(folderId, isGiven);
    const isSo = givesFolderTools(before, folderId) === isGiven;
    const policy = isSo ? before : (await changePolicy(ports)({ accountId, edit }, stamp)).policy;
    return {
      givenBy: foldersGivingTools(policy, folderId).map(({ folderId, name }) => ({ folderId, name })),
    };
  };
