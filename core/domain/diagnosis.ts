import { keysOf } from './keys-of.ts';
import type { LicenseKind } from './licenses.ts';
import { type MendingCall, type Remedy, remedyBy } from './remedy.ts';

interface CauseFacts {
  /** What it keeps the user from; `nothing` when it is only worth knowing. */
  blocks: 'sign-in' | 'calls' | 'nothing';
  /** What is the matter, in words a person understands. */
  detail: string;
  /** The calls that mend it, each with what it does about it. */
  remedies: Readonly<Partial<Record<MendingCall, string>>>;
  /** Those of them that are done to somebody else: to whom, is left to choose. */
  toOthers?: readonly MendingCall[];
}

/** Why a user cannot sign in or take a call. In the order in which they are to be mended. */
export const CAUSES = {
  'being-onboarded': {
    blocks: 'sign-in',
    detail: 'The run that sets them up is still under way.',
    remedies: { readOnboarding: 'Follow the run.' },
  },
  'onboarding-failed': {
    blocks: 'sign-in',
    detail: 'The run that sets them up is parked at a step that failed.',
    remedies: {
      resumeOnboarding: 'Correct what was wrong, and resume.',
      discardOnboarding: 'Or discard it, and add them anew.',
    },
  },
  'offer-open': {
    blocks: 'sign-in',
    detail: 'They have a login already, and have not accepted access to this account yet.',
    remedies: { acceptOffer: 'They accept it themselves, once signed in.' },
  },
  suspended: {
    blocks: 'sign-in',
    detail: 'An administrator has suspended them.',
    remedies: { restoreMember: 'Restore them.' },
  },
  'no-license': {
    blocks: 'sign-in',
    detail: 'No license was free, so they are deactivated and stand in the waiting line.',
    remedies: {
      changeSeats: 'Buy seats of what is missing.',
      takeBackLicense: 'Or take one back from somebody who does not need it.',
      switchAgentFeatures: 'Or turn off the agent features of somebody who makes no calls.',
    },
    toOthers: ['takeBackLicense', 'switchAgentFeatures'],
  },
  'license-taken-back': {
    blocks: 'sign-in',
    detail: 'Their base license was taken back, so they are deactivated.',
    remedies: { reactivateMember: 'Make them active again.' },
  },
  'identity-missing': {
    blocks: 'sign-in',
    detail: 'The sign-in service does not know them any more.',
    remedies: { inviteMember: 'Invite them: their sign-in is made anew.' },
  },
  'identity-disabled': {
    blocks: 'sign-in',
    detail: 'An operator has disabled their sign-in. Ask the operator of this deployment.',
    remedies: {},
  },
  'password-reset-required': {
    blocks: 'sign-in',
    detail: 'They must choose a new password before they can sign in.',
    remedies: { resetMemberPassword: 'Mail them the way to a new one.' },
  },
  'not-invited': {
    blocks: 'sign-in',
    detail: 'They have never been sent an invitation, so they have no password.',
    remedies: { inviteMember: 'Send it.' },
  },
  'invitation-bounced': {
    blocks: 'sign-in',
    detail: 'The invitation came back: their mail service does not take mail to this address.',
    remedies: {
      readMember: 'See whether the address is right.',
      inviteMember: 'Send it again once the mailbox takes mail.',
    },
  },
  'invitation-expired': {
    blocks: 'sign-in',
    detail: 'The temporary password of the invitation works no more.',
    remedies: { inviteMember: 'Send it again.' },
  },
  'no-page': {
    blocks: 'sign-in',
    detail: 'No page is granted to them, so their sign-in ends in a redirect error.',
    remedies: { changeMemberAccess: 'Give them a role or a page.' },
  },
  'address-not-allowed': {
    blocks: 'sign-in',
    detail: 'The address they call from is not in the networks they are restricted to.',
    remedies: { changeMemberAccess: 'Change their networks.' },
  },
  'no-seat-at-sign-in': {
    blocks: 'sign-in',
    detail: 'All licenses that are taken at sign-in are in use.',
    remedies: {
      listSessions: 'See who is using them.',
      signOutMember: 'Sign somebody out.',
      changeSeats: 'Or buy seats.',
      readBilling: 'See how many there are.',
    },
    toOthers: ['signOutMember'],
  },
  'name-for-login-id': {
    blocks: 'sign-in',
    detail: 'They type their name where the login ID or the email belongs.',
    remedies: { readMember: 'Tell them their login ID.' },
  },
  'login-id-not-yet': {
    blocks: 'sign-in',
    detail: 'The login ID works only after their first sign-in, which is by email.',
    remedies: { readMember: 'Tell them to use their email address.' },
  },
  'signs-in-as-another': {
    blocks: 'sign-in',
    detail: 'What they type belongs to another user; they may have been added twice.',
    remedies: { readMember: 'Tell them their own login ID.' },
  },
  'unknown-login': {
    blocks: 'sign-in',
    detail: 'What they type is neither their login ID nor their email.',
    remedies: { readMember: 'Tell them their login ID.' },
  },
  'agent-features-off': {
    blocks: 'calls',
    detail: 'Their agent features are turned off, so they occupy no calling seat.',
    remedies: { switchAgentFeatures: 'Turn them on.' },
  },
  'waiting-to-call': {
    blocks: 'calls',
    detail: 'They stand in line for a calling license.',
    remedies: { changeSeats: 'Buy a seat of it.', takeBackLicense: 'Or take one back from somebody else.' },
    toOthers: ['takeBackLicense'],
  },
  'no-calling-license': {
    blocks: 'calls',
    detail: 'They have no license for calls.',
    remedies: { assignLicense: 'Assign one.' },
  },
  'no-call-permission': {
    blocks: 'calls',
    detail: 'They may not use a phone: neither role nor folder nor grant gives it to them.',
    remedies: { changeMemberAccess: 'Give them the permission SIP, or a role that has it.' },
  },
  'invitation-open': {
    blocks: 'nothing',
    detail: 'They have been sent an invitation, and have not used it yet.',
    remedies: { inviteMember: 'Send it again.' },
  },
  'profile-incomplete': {
    blocks: 'nothing',
    detail: 'Data is missing from their profile, so email templates have gaps.',
    remedies: { readMemberCompleteness: 'See what is missing.' },
  },
} as const satisfies Record<string, CauseFacts>;

export type CauseCode = keyof typeof CAUSES;

export const CAUSE_CODES = keysOf(CAUSES);

/** What exactly is the matter, for whoever says it in words of their own. */
interface Particulars {
  /** Licenses of which no seat is free. */
  missing?: readonly LicenseKind[];
  /** How many stand before them in the line. */
  ahead?: number;
  /** Settings that are not filled in, by pointer. */
  settings?: readonly string[];
}

/** The same, with the sentence that says it. */
export interface Exactly extends Particulars {
  sentence: string;
}

/** Something that keeps a user from signing in or from calls, and what to do about it. */
export interface Cause extends Particulars {
  code: CauseCode;
  blocks: CauseFacts['blocks'];
  detail: string;
  remedies: readonly Remedy[];
}

const isMendingCall = (name: string, of: CauseFacts['remedies']): name is keyof typeof of & MendingCall =>
  Object.hasOwn(of, name);

/** A cause in full; `known` are the ids that its remedies are about. */
export const cause = (code: CauseCode, known: Readonly<Record<string, string>>, exactly?: Exactly): Cause => {
  const { blocks, detail, remedies, toOthers = [] }: CauseFacts = CAUSES[code];
  const { userId: _, ...ofTheAccount } = known;
  const { sentence, ...particulars } = exactly ?? {};
  return {
    code,
    blocks,
    detail: sentence === undefined ? detail : `${detail} ${sentence}`,
    ...particulars,
    remedies: keysOf(remedies).flatMap((name) => {
      const what = isMendingCall(name, remedies) ? remedies[name] : undefined;
      if (what === undefined) return [];
      return [remedyBy(name, what, toOthers.some((other) => other === name) ? ofTheAccount : known)];
    }),
  };
};
