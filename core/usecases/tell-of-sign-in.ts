import { IdentityRefused } from '../domain/errors.ts';
import { isApiUserId } from '../domain/ids.ts';
import { mailLanguage } from '../domain/languages.ts';
import type { User } from '../domain/member.ts';
import { fullName } from '../domain/sections/profile.ts';
import { type ChangedByWhom, type SignInNames, signInChangeMail } from '../domain/sign-in-change-mail.ts';
import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'users' | 'accounts' | 'mailer' | 'log'>;

/** What has become of a person's sign-in, as the change itself says. */
export interface SignInChange {
  /** As they were until then. */
  before: Pick<User, 'userId' | 'owningAccountId' | 'firstName' | 'email' | 'loginId' | 'language'>;
  after: SignInNames;
  /** A user, or an API user. */
  by: string;
}

const whoIs =
  ({ users }: Pick<Ports, 'users'>) =>
  async (by: string, userId: string, accountName: string): Promise<ChangedByWhom> => {
    if (by === userId) return 'themselves';
    if (isApiUserId(by)) return 'a-program';
    const who = await users.read(by);
    return { name: who === undefined ? accountName : fullName(who) };
  };

/**
 * Tells a person, at the address that was theirs until now, that they sign in by another email or login ID. Only the
 * account that made them changes it (D-35). An address that is refused stays refused. Throws `MailNotSent`.
 */
export const tellOfSignIn =
  (ports: Needs, consoleUrl: string) =>
  async ({ before, after, by }: SignInChange, requestId: string): Promise<void> => {
    const { userId, owningAccountId: accountId } = before;
    const account = await ports.accounts.read(accountId);
    if (account === undefined) return;
    const mail = signInChangeMail({
      language: mailLanguage(before.language),
      firstName: before.firstName,
      accountName: account.name,
      by: await whoIs(ports)(by, userId, account.name),
      before,
      after,
      consoleUrl,
    });
    try {
      await ports.mailer.send({ to: before.email, ...mail });
      ports.log('SIGN_IN_CHANGE_TOLD', { accountId, userId, requestId });
    } catch (error) {
      if (!(error instanceof IdentityRefused)) throw error;
      ports.log('SIGN_IN_CHANGE_NOT_TOLD', { accountId, userId, requestId });
    }
  };
