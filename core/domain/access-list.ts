/** What carries an access list, and so what “one has access to” means of it (C-63). */
export const LISTED_KINDS = ['queue', 'ivr', 'email-template'] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

/** Who has access to one queue, IVR or email template. */
export interface AccessList {
  accountId: string;
  kind: ListedKind;
  key: string;
  /** Users, API users, roles and groups, by their ids. */
  subjects: readonly string[];
  /** Its ETag; 0 for a list that nobody has written yet. */
  version: number;
}
