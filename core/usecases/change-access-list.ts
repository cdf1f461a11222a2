import type { AccessList, ListedKind } from '../domain/access-list.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { ChangedMeanwhile } from '../domain/errors.ts';
import type { Ports, Stamp } from './ports.ts';
import { refuseStrangers } from './refuse-strangers.ts';

/**
 * Says who has access to a queue, an IVR or an email template (C-63): whoever has access themselves can, and
 * administrators. Throws `InvalidRequest`, `MoreThanHeld`, `ChangedMeanwhile`.
 */
export const changeAccessList =
  ({ accessLists, subjects: known }: Pick<Ports, 'accessLists' | 'subjects'>) =>
  async (
    authority: Authority,
    ref: { accountId: string; kind: ListedKind; key: string },
    ifMatch: number,
    subjects: readonly string[],
    stamp: Stamp,
  ): Promise<AccessList> => {
    const before = await accessLists.read(ref);
    if (before.version !== ifMatch) throw new ChangedMeanwhile();
    await refuseStrangers({ subjects: known })(authority, [{ pointer: '/subjects', subjects }]);
    const { rights } = authority;
    const hasAccess = before.subjects.some((subject) => rights.subjects.has(subject));
    refuseMoreThanHeld(
      rights.isAdministrator || hasAccess
        ? []
        : [{ pointer: '/subjects', detail: 'gives access that you do not have yourself' }],
    );
    const list = { ...ref, subjects, version: ifMatch + 1 };
    await accessLists.write(list, stamp);
    return list;
  };
