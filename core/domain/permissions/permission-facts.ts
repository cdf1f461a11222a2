import { keysOf } from '../keys-of.ts';
import type { Page } from '../pages.ts';

/** The parts of the form in which permissions are ticked, in order. */
export const PERMISSION_SECTION_TITLES = {
  leads: 'Leads',
  reports: 'Calls and reports',
  telephony: 'Telephony',
  search: 'Search',
  communication: 'Messages and email',
  folders: 'Folders and files',
  administration: 'Administration',
} as const;

export type PermissionSection = keyof typeof PERMISSION_SECTION_TITLES;

export const PERMISSION_SECTIONS = keysOf(PERMISSION_SECTION_TITLES);

export interface PermissionFacts {
  /** A short title for a form. */
  name: string;
  section: PermissionSection;
  /** Everything the catalogue says of it (C-14). */
  help: string;
  /** Permissions without which it has no effect (C-29, C-42). */
  requires?: readonly string[];
  /** What it gives more to whoever holds another permission too (C-20). */
  combinedWith?: { permission: string; gives: string };
  /** The pages it unlocks. */
  pages: readonly Page[];
  /** It has an effect only for members whose designation is manager (C-43). */
  managersOnly?: true;
  /** On by default, and taken out of a folder's permissions only by the platform's support level (C-36). */
  supportOnly?: true;
}
