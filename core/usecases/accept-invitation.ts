import { NotFound } from '../domain/errors.ts';
import type { Ports, Stamp } from './ports.ts';

/**
 * Marks a user's first sign-in, and lets the login ID work as well as the email: Cognito refuses that alias before the
 * user has chosen a password. A repeat keeps the first time; a sign-in that had to be made anew gets its login ID again. Throws `NotFound`, `LoginIdTaken`.
 */
export const acceptInvitation =
  ({ users, identity }: Pick<Ports, 'users' | 'identity'>) =>
  async (userId: string, stamp: Stamp): Promise<void> => {
    const user = await users.read(userId);
    if (user === undefined) throw new NotFound();
    await identity.setLoginId(userId, user.loginId);
    await users.accept(userId, stamp.at, stamp);
    // Whoever changes a login ID tells the sign-in only of people who have accepted: what changed meanwhile is told here.
    const { loginId = user.loginId } = (await users.read(userId)) ?? {};
    if (loginId !== user.loginId) await identity.setLoginId(userId, loginId);
  };
