import type { Membership } from '../api.ts';
import type { PasswordRule } from '../password-policy.ts';
import type { Refusal } from '../refusal.ts';
import type { ResetRefusal } from '../reset-refusal.ts';

type Permission = Membership['permissions'][number];
type Role = NonNullable<Membership['role']>;

/** Everything the console says, in one language. */
export interface Words {
  signIn: {
    title: string;
    name: string;
    password: string;
    submit: string;
    busy: string;
    nameMissing: string;
    passwordMissing: string;
    forgotten: string;
    help: string;
    refusals: Record<Refusal, string>;
    signedOut: string;
  };
  choosePassword: {
    title: string;
    intro: string;
    password: string;
    rules: string;
    rule: Record<PasswordRule, string>;
    met: string;
    notMet: string;
    submit: string;
    busy: string;
    unmet: string;
    refusals: Record<Exclude<Refusal, LinkRefusal>, string>;
  };
  forgotPassword: { title: string; intro: string; submit: string; busy: string };
  resetPassword: {
    title: string;
    /** For whoever came by the mail's link. */
    byLink: string;
    /** For whoever types the code. */
    byHand: string;
    /** Told whether or not a mail has gone: it must not tell who has a login here. */
    asked: string;
    code: string;
    codeMissing: string;
    submit: string;
    busy: string;
    done: string;
    askAgain: string;
    refusals: Record<ResetRefusal, string>;
  };
  /** What is wrong with an invitation's link, and whom to ask. */
  brokenLink: Record<LinkRefusal | 'incomplete', { title: string; text: string; whomToAsk: string }> & {
    signIn: string;
  };
  showPassword: string;
  hidePassword: string;
  signedIn: {
    title: string;
    loading: string;
    email: string;
    loginId: string;
    eitherWorks: (loginId: string) => string;
    onlyEmail: string;
    accounts: string;
    noAccounts: string;
    status: Record<Membership['status'], string>;
    statusMeaning: Record<Exclude<Membership['status'], 'active'>, string>;
    role: string;
    mayDo: string;
    mayDoNothing: string;
    unreachable: string;
    failed: string;
    reference: (reference: string) => string;
    retry: string;
    signOut: string;
    stays: string;
    apiDocs: string;
  };
  misconfigured: { title: string; text: string };
  roles: Record<Role, string>;
  permissions: Record<Permission, string>;
}

/** The refusals that a link cannot recover from. */
export type LinkRefusal = Extract<Refusal, 'credentials' | 'expired'>;

export type Language = 'en' | 'es';
