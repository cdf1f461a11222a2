import { isPlaceholderPhone } from './phone.ts';
import type { Employee } from './sections/employee.ts';
import type { Profile } from './sections/profile.ts';

/** A piece of profile data that is missing, and the email-template field that stays empty because of it. */
export interface Gap {
  pointer: string;
  templateField: string;
  detail: string;
}

export interface Completeness {
  complete: boolean;
  /** Of the fields that templates use, how many are filled, in percent. */
  percent: number;
  missing: readonly Gap[];
}

type Known = { profile?: Partial<Profile> | undefined; employee?: Employee | undefined };

interface TemplateField {
  pointer: string;
  templateField: string;
  value: (known: Known) => string | undefined;
}

/** The profile data that email templates sign messages with. */
const TEMPLATE_FIELDS: readonly TemplateField[] = [
  {
    pointer: '/profile/firstName',
    templateField: 'sender.firstName',
    value: (known) => known.profile?.firstName,
  },
  {
    pointer: '/profile/lastName',
    templateField: 'sender.lastName',
    value: (known) => known.profile?.lastName,
  },
  { pointer: '/profile/email', templateField: 'sender.email', value: (known) => known.profile?.email },
  { pointer: '/profile/phone', templateField: 'sender.phone', value: (known) => known.profile?.phone },
  {
    pointer: '/profile/extension',
    templateField: 'sender.extension',
    value: (known) => known.profile?.extension,
  },
  { pointer: '/employee/title', templateField: 'sender.title', value: (known) => known.employee?.title },
  {
    pointer: '/employee/department',
    templateField: 'sender.department',
    value: (known) => known.employee?.department,
  },
  {
    pointer: '/employee/mobilePhone',
    templateField: 'sender.mobile',
    value: (known) => known.employee?.mobilePhone,
  },
  {
    pointer: '/employee/faxNumber',
    templateField: 'sender.fax',
    value: (known) => known.employee?.faxNumber,
  },
];

/** A placeholder number (B-9) is no number to sign with, so it counts as missing. */
const gapIn = (field: TemplateField, known: Known): Gap | undefined => {
  const value = field.value(known);
  const { pointer, templateField } = field;
  if (value === undefined) return { pointer, templateField, detail: 'is not set' };
  const isPhone = /phone|fax/i.test(pointer);
  return isPhone && isPlaceholderPhone(value)
    ? { pointer, templateField, detail: 'is a placeholder, not a number that can be called' }
    : undefined;
};

/** What is missing from a profile, and which email-template fields stay empty because of it. */
export const completenessOf = (known: Known): Completeness => {
  const missing = TEMPLATE_FIELDS.flatMap((field) => gapIn(field, known) ?? []);
  const filled = TEMPLATE_FIELDS.length - missing.length;
  return {
    complete: missing.length === 0,
    percent: Math.floor((100 * filled) / TEMPLATE_FIELDS.length),
    missing,
  };
};
