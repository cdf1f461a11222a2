import { keysOf } from './keys-of.ts';

/** What there is to say of a kind of license. */
export interface LicenseFacts {
  name: string;
  help: string;
  /**
   * `named`: one seat for each member who holds it, as long as they hold it. `concurrent`: a seat is taken at sign-in,
   * and given back at sign-out or when the session's heartbeat stops; so more may share it than there are seats.
   */
  mode: 'named' | 'concurrent';
  /** Part of the calling seat: who has the agent features turned off occupies none of it (B-2). */
  calling?: true;
  /** The app it comes with: every session of an account that has installed the app takes one (C-44). */
  app?: string;
}

/**
 * The license kinds an account can own seats of. `lmp` is the base license: without a free one a profile is
 * created deactivated.
 */
export const LICENSE_KINDS = {
  lmp: {
    name: 'Lead management',
    help: 'The base license. Every user needs one; without it the profile is created, but deactivated.',
    mode: 'named',
  },
  dialer: {
    name: 'Dialer',
    help: 'Calls from dialer initiatives and campaigns. Part of the calling seat.',
    mode: 'named',
    calling: true,
  },
  voip: {
    name: 'VoIP',
    help: 'Calls in the browser or on a softphone, in and out. Part of the calling seat.',
    mode: 'named',
    calling: true,
  },
  email: { name: 'Mass email', help: 'Sends email templates to many leads at once.', mode: 'named' },
  fax: { name: 'Mass fax', help: 'Sends faxes to many leads at once.', mode: 'named' },
  desktop: {
    name: 'Agent desktop',
    help: 'The agent desktop, shared by the shifts: whoever may use it takes a seat at sign-in and gives it back at sign-out. Part of the calling seat.',
    mode: 'concurrent',
    calling: true,
  },
  crm: {
    name: 'CRM connector',
    help: 'For the app of this name: once the account has installed it, every sign-in takes a seat.',
    mode: 'concurrent',
    app: 'crm-connector',
  },
  recorder: {
    name: 'Screen recorder',
    help: 'For the app of this name: once the account has installed it, every sign-in takes a seat.',
    mode: 'concurrent',
    app: 'screen-recorder',
  },
} as const satisfies Record<string, LicenseFacts>;

export type LicenseKind = keyof typeof LICENSE_KINDS;

export const LICENSE_KIND_NAMES = keysOf(LICENSE_KINDS);

export const BASE_LICENSE: LicenseKind = 'lmp';

export const licenseFacts = (kind: LicenseKind): LicenseFacts => LICENSE_KINDS[kind];

export const isNamed = (kind: LicenseKind): boolean => licenseFacts(kind).mode === 'named';
export const isCalling = (kind: LicenseKind): boolean => licenseFacts(kind).calling === true;

/** The kinds a member can be assigned; those of apps come with the app. */
export const ASSIGNABLE_KINDS = LICENSE_KIND_NAMES.filter((kind) => licenseFacts(kind).app === undefined);

/** In the catalogue's order. */
export const inOrder = (kinds: Iterable<LicenseKind>): LicenseKind[] => {
  const asked = new Set(kinds);
  return LICENSE_KIND_NAMES.filter((kind) => asked.has(kind));
};

/** The first kinds that are not among the second. */
export const without = (kinds: readonly LicenseKind[], others: readonly LicenseKind[]): LicenseKind[] =>
  kinds.filter((kind) => !others.includes(kind));

/**
 * What happens to a run when a license it needs is not free: the member ends deactivated and waits (default, A-10),
 * or the run is parked until an administrator mends it.
 */
export const LICENSE_POLICIES = ['deactivate', 'reject'] as const;
export type LicensePolicy = (typeof LICENSE_POLICIES)[number];
