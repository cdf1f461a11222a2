/** A user as another account of the same agency sees them (D-32): enough to fill in the form, and where they are. */
export interface KnownPerson {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  loginId: string;
  language: string;
  memberships: readonly { accountId: string; accountName: string; role: string | undefined }[];
}
