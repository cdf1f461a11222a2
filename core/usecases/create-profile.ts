import type { Ports } from './ports.ts';
import { takeStep } from './take-step.ts';

/**
 * Step 1: the sign-in, then the user and the member. The email and the login ID were claimed when the run was
 * accepted. The sign-in comes first, so that the step counts as done only when all of it is.
 */
export const createProfile = (ports: Pick<Ports, 'runs' | 'members' | 'identity' | 'clock'>) =>
  takeStep(ports)('profile', async ({ run, record, stamp }) => {
    const { accountId, userId, createdAt, sections } = run;
    const { email, loginId, firstName, lastName, language, location } = sections.profile;
    await ports.identity.createUser({ userId, email, language, firstName });
    await ports.members.create(
      { userId, owningAccountId: accountId, email, loginId, language, createdAt, accountIds: [accountId] },
      { accountId, userId, firstName, lastName, email, loginId, location, status: 'onboarding', createdAt },
      record,
      stamp,
    );
  });
