import type { Member, User } from '../domain/member.ts';
import type { Ports } from './ports.ts';
import { takeStep } from './take-step.ts';

/**
 * Step 1: the sign-in, then the user and the member. The email and the login ID were claimed when the run was
 * accepted. The sign-in comes first, so that the step counts as done only when all of it is. Who is offered access to
 * one more account has user and sign-in already.
 */
export const createProfile = (ports: Pick<Ports, 'runs' | 'members' | 'identity' | 'clock'>) =>
  takeStep(ports)('profile', async ({ run, record, stamp }) => {
    const { accountId, userId, createdAt, sections, agencyRole } = run;
    const { email, loginId, firstName, lastName, language, location, folderId } = sections.profile;
    const person = { userId, firstName, lastName, email, loginId, createdAt };
    const member: Member = {
      ...person,
      accountId,
      location,
      folderId,
      role: sections.permissions.role,
      status: 'onboarding',
      version: 0,
    };
    if (run.isOffer) return ports.members.join(member, record, stamp);
    await ports.identity.createUser({ userId, email, language, firstName });
    const user: User = {
      ...person,
      owningAccountId: accountId,
      language,
      accountIds: [accountId],
      ...(agencyRole && { agencyRole: { ...agencyRole, accountId } }),
    };
    await ports.members.create(user, member, record, stamp);
  });
