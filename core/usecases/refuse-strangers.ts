import type { Authority } from '../domain/authorization/authority.ts';
import { type Fault, InvalidRequest } from '../domain/errors.ts';
import { groupId } from '../domain/ids.ts';
import type { Ports } from './ports.ts';

/** A list of subjects, and where in the request it stands. */
interface NamedList {
  pointer: string;
  subjects: readonly string[];
}

const isPerson = (id: string): boolean => /^(usr|api)_/.test(id);

/** Access lists name only who and what is of the account. Throws `InvalidRequest` with each that is not. */
export const refuseStrangers =
  ({ subjects }: Pick<Ports, 'subjects'>) =>
  async ({ accountId, policy }: Authority, lists: readonly NamedList[]): Promise<void> => {
    const people = lists.flatMap((list) => list.subjects.filter(isPerson));
    const strangers = people.length === 0 ? [] : await subjects.strangers(accountId, people);
    const isKnown = (id: string): boolean => {
      if (isPerson(id)) return !strangers.includes(id);
      return groupId.safeParse(id).success
        ? policy.policy.groups[id] !== undefined
        : policy.role(id) !== undefined;
    };
    const faults = lists.flatMap(({ pointer, subjects: ids }) =>
      ids.flatMap((id, index): Fault[] =>
        isKnown(id)
          ? []
          : [{ pointer: `${pointer}/${index}`, detail: 'is nobody and nothing of this account' }],
      ),
    );
    if (faults.length > 0) throw new InvalidRequest(faults);
  };
