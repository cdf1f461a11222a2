import type { RoleId } from '../../../core/contract/me.ts';
import type { Membership } from '../api.ts';
import type { PasswordRule } from '../password-policy.ts';
import type { Refusal } from '../refusal.ts';
import type { ResetRefusal } from '../reset-refusal.ts';

type Permission = Membership['permissions'][number];
export type Page = Membership['pages'][number];

/** Everything the console says, in one language. */
export interface Words {
  language: Language;
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
    signedOutEverywhere: string;
    /** The session ended while the person was not looking. */
    sessionOver: string;
    /** For whoever came by the link in an offer's mail. */
    toSeeOffer: string;
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
    pages: (count: number) => string;
    pagesToCome: string;
    noPages: string;
    dataView: string;
    dataViewLevels: Record<Membership['dataViewLevel'], string>;
    unreachable: string;
    failed: string;
    reference: (reference: string) => string;
    retry: string;
    lookAgain: string;
    signOut: string;
    signOutEverywhere: string;
    stays: string;
    apiDocs: string;
  };
  offers: {
    title: string;
    /** What the role is called, if one is decided. */
    offer: (roleName: string | undefined) => string;
    expires: (date: string) => string;
    accept: string;
    decline: string;
    busy: string;
    accepted: (accountName: string) => string;
    declined: (accountName: string) => string;
    /** Somebody withdrew it, it has expired, or it was answered elsewhere. */
    over: string;
    none: string;
  };
  agency: { title: string; accounts: string };
  misconfigured: { title: string; text: string };
  roles: Record<RoleId, string>;
  permissions: Record<Permission, string>;
  page: (page: Page) => string;
}

/** The refusals that a link cannot recover from. */
export type LinkRefusal = Extract<Refusal, 'credentials' | 'expired'>;

export type Language = 'en' | 'es';
