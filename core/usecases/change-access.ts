import type { Authority } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { ChangedMeanwhile, ConfirmationRequired, InvalidRequest, NotInFolder } from '../domain/errors.ts';
import { CONFIRMED_WARNINGS, type WarningCode } from '../domain/warnings.ts';
import { accessListFaults } from './access-list-faults.ts';
import { type AccessEdit, type AccessPlan, planAccessChange } from './plan-access-change.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget } from './read-target.ts';

type Needs = Pick<Ports, 'members' | 'users' | 'accounts' | 'accessLists'>;

interface ConfirmedEdit extends AccessEdit {
  confirm: readonly WarningCode[];
}

const refuse = ({ invalid, notHeld, notInFolder, warnings }: AccessPlan, confirm: readonly WarningCode[]) => {
  if (invalid.length > 0) throw new InvalidRequest(invalid);
  if (notInFolder.length > 0) throw new NotInFolder(notInFolder);
  refuseMoreThanHeld(notHeld);
  const open = warnings.filter(
    ({ code }) => CONFIRMED_WARNINGS.some((asked) => asked === code) && !confirm.includes(code),
  );
  if (open.length > 0) throw new ConfirmationRequired(open);
};

/**
 * Changes what a member may do: all of it or nothing, from their next call on.
 * Throws `NotFound`, `ChangedMeanwhile`, `WrongMemberStatus`, `InvalidRequest`, `NotInFolder`, `MoreThanHeld`,
 * `ConfirmationRequired`, `LastAdministrator`.
 */
export const changeAccess =
  (ports: Needs) =>
  async (
    authority: Authority,
    ref: MemberRef,
    ifMatch: number,
    { confirm, ...edit }: ConfirmedEdit,
    stamp: Stamp,
  ): Promise<void> => {
    const target = await readTarget(ports)(ref);
    if (target.record.member.version !== ifMatch) throw new ChangedMeanwhile();
    const plan = planAccessChange(authority, target, edit, stamp);
    const { before, after } = plan;
    const ofLists = await accessListFaults(ports)(authority, before.subjects, after.subjects, '');
    refuse({ ...plan, notHeld: [...plan.notHeld, ...ofLists] }, confirm);
    await ports.members.change(plan.change, stamp);
  };
