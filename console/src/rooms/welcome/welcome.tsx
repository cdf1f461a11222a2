import { useSecretOfLink } from '../../entry/secret-link.tsx';
import { readInvitation } from '../../session/invitation-link.ts';
import { BrokenLink } from './broken-link.tsx';
import ChoosePassword from './choose-password.tsx';

/** `/welcome`: where an invitation's link leads. */
export default function Welcome() {
  const invitation = readInvitation(useSecretOfLink());
  return invitation === undefined ? (
    <BrokenLink fault="incomplete" />
  ) : (
    <ChoosePassword invitation={invitation} />
  );
}
