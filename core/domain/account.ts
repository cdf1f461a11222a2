import type { App } from './apps.ts';
import type { LicensePolicy } from './licenses.ts';

/** A customer company. */
export interface Account {
  accountId: string;
  name: string;
  /** BCP 47; the language of what the account sends, where a user has none. */
  language: string;
  licensePolicy: LicensePolicy;
  /** The apps it has installed. */
  apps: readonly App[];
  /** The agency that groups this account with others. */
  agencyId?: string | undefined;
  /** Of a subaccount: the account it belongs to (E-13). */
  parentAccountId?: string | undefined;
  createdAt: string;
}
