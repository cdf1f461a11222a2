import { keysOf } from './keys-of.ts';

/**
 * The license kinds an account can own seats of. `lmp` is the base license: without a free one a profile is
 * created deactivated.
 */
export const LICENSE_KINDS = {
  lmp: {
    name: 'Lead management',
    help: 'The base license. Every user needs one; without it the profile is created, but deactivated.',
  },
  dialer: { name: 'Dialer', help: 'Calls from dialer initiatives and campaigns.' },
  voip: { name: 'VoIP', help: 'Calls in the browser or on a softphone, in and out.' },
  email: { name: 'Mass email', help: 'Sends email templates to many leads at once.' },
  fax: { name: 'Mass fax', help: 'Sends faxes to many leads at once.' },
} as const;

export type LicenseKind = keyof typeof LICENSE_KINDS;

export const LICENSE_KIND_NAMES = keysOf(LICENSE_KINDS);

export const BASE_LICENSE: LicenseKind = 'lmp';

/**
 * What happens to a run when a license it needs is not free: the member ends deactivated and waits (default, A-10),
 * or the run is parked until an administrator mends it.
 */
export const LICENSE_POLICIES = ['deactivate', 'reject'] as const;
export type LicensePolicy = (typeof LICENSE_POLICIES)[number];

/** An account's pool of one license kind. `assigned` seats never pass `purchased`; `waiting` counts members in line. */
export interface Pool {
  kind: LicenseKind;
  purchased: number;
  assigned: number;
  waiting: number;
}

export const freeSeats = (pool: Pool): number => pool.purchased - pool.assigned;
