import type { Permission } from './permissions.ts';

/** What members change of their own profile without anybody's help, as pointers into the sections (A-17, C-43). */
export const SELF_FIELDS = [
  '/profile/phone',
  '/profile/language',
  '/employee/mobilePhone',
  '/employee/timeZone',
  '/employee/picture',
  '/employee/externalLinks',
  '/employee/contactPreferences',
  '/employee/notifications',
  '/dialing/receivingNumber',
  '/dialing/softphone',
  '/dialing/ifUnavailable',
] as const;

/** What they change besides if they hold a permission (C-60). */
export const SELF_FIELDS_BY_PERMISSION: Readonly<Record<string, Permission>> = {
  '/dialing/callerId': 'set-caller-id',
};

/** What belongs to the person: only the account that created the user changes it (D-35). */
export const OWNER_FIELDS = [
  '/profile/email',
  '/profile/loginId',
  '/profile/firstName',
  '/profile/lastName',
  '/profile/language',
] as const;

/** By what the person signs in: whoever changes it could become them, so it is a matter of security (C-33, C-38). */
export const SIGN_IN_FIELDS = ['/profile/email', '/profile/loginId'] as const;
