import type { User } from '../../domain/member.ts';
import type { AttemptRef } from './refs.ts';

/**
 * How a sign-in stands. `missing`: there is none. `invited`: the temporary password has not been used, whether or not it
 * was ever sent or still works. `reset-required`: an operator has taken the password away. `disabled`: an operator lets
 * nobody in, whatever the password.
 */
export type SignInState = 'missing' | 'invited' | 'confirmed' | 'reset-required' | 'disabled';

/** What the sign-in service knows of a person. */
export type SignInPerson = Pick<User, 'userId' | 'email' | 'language' | 'firstName'>;

/** The sign-in service. */
export interface Identity {
  /** How the user's sign-in stands, now. */
  find(userId: string): Promise<SignInState>;
  /** Creates the sign-in without telling anyone; a repeat brings its attributes up to date. Throws `IdentityRefused`. */
  createUser(person: SignInPerson): Promise<void>;
  /**
   * Sends the invitation with this temporary password; the newest always works. Throws `IdentityRefused`, `MailNotSent`.
   */
  invite(invitation: { userId: string; temporaryPassword: string; accountName: string }): Promise<void>;
  /**
   * Brings the sign-in up to date with the person; `loginId` is that of who has accepted the invitation. A sign-in that is
   * not there stays so: whoever makes it anew takes what is true then. Throws `IdentityRefused`, and `Busy` while
   * somebody whose email or login ID it was still has it.
   */
  updateUser(person: SignInPerson & { loginId?: string | undefined }): Promise<void>;
  /** Makes the login ID work for sign-in. Throws `LoginIdTaken`. */
  setLoginId(userId: string, loginId: string): Promise<void>;
  /**
   * Mails the user, at their own address, what lets them choose a new password; until they do, nothing changes. Throws
   * `NoPasswordYet`, `IdentityRefused`, `MailNotSent`, `Busy`.
   */
  resetPassword(userId: string): Promise<void>;
  /** Ends every session of the user: no refresh token works any more. Who is not there any more is signed out. */
  signOut(userId: string): Promise<void>;
  /** A repeat does nothing. */
  removeUser(userId: string): Promise<void>;
}

/** The sign-in of programs; `Identity.removeUser` removes theirs too. */
export interface ApiSignIn {
  /** Creates the sign-in of a program, or gives it a new secret: the one before works no more. A repeat does no harm. */
  setApiSecret(apiUserId: string, secret: string): Promise<void>;
  /** Signs a program in. Throws `BadCredentials`, whatever it is that is wrong. */
  issueToken(apiUserId: string, secret: string): Promise<{ accessToken: string; expiresInSeconds: number }>;
}

/** Mail of our own, besides what the sign-in service sends. */
export interface Mailer {
  /** Throws `MailNotSent`, and `IdentityRefused` when it is the address that is refused. */
  send(mail: { to: string; subject: string; html: string; text: string }): Promise<void>;
}

/** The state machine that takes a run through its steps. */
export interface Workflow {
  /** Starts the execution of this attempt. `ended` when it has run already, to whatever end. */
  start(ref: AttemptRef): Promise<'started' | 'ended'>;
}

export interface Clock {
  now(): Date;
  /** Returns at once when the moment has passed. */
  sleepUntil(moment: Date): Promise<void>;
}

/** Tells operators what happened: a stable code, ids and durations; never personal data. */
export type Log = (code: string, details?: Record<string, string | number | undefined>) => void;
