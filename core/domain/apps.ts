import { keysOf } from './keys-of.ts';
import { LICENSE_KIND_NAMES, type LicenseKind, licenseFacts } from './licenses.ts';

/** The apps an account can install beside the platform. Some need a license of a kind of their own (C-44). */
export const APPS = {
  'crm-connector': {
    name: 'CRM connector',
    help: 'Shows the customer’s record in a CRM while a call is on.',
  },
  'screen-recorder': { name: 'Screen recorder', help: 'Records the agent’s screen along with the call.' },
  wallboard: { name: 'Wallboard', help: 'Shows the queues on a screen on the wall. Needs no license.' },
} as const;

export type App = keyof typeof APPS;

export const APP_NAMES = keysOf(APPS);

/** The app that a license kind comes with, if it is for one. */
export const appOf = (kind: LicenseKind): App | undefined =>
  APP_NAMES.find((name) => name === licenseFacts(kind).app);

/** The license kinds that every session takes because of these apps. */
export const kindsOfApps = (apps: readonly App[]): LicenseKind[] =>
  LICENSE_KIND_NAMES.filter((kind) => {
    const { app } = licenseFacts(kind);
    return apps.some((name) => name === app);
  });
