import type { LicensePolicy } from './licenses.ts';

/** A customer company. */
export interface Account {
  accountId: string;
  name: string;
  /** BCP 47; the language of what the account sends, where a user has none. */
  language: string;
  licensePolicy: LicensePolicy;
  createdAt: string;
}
