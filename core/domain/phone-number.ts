import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/min';
import type { Fault } from './errors/domain-error.ts';
import { once } from './once.ts';
import { isPlaceholderPhone } from './phone.ts';
import type { Sections } from './sections/index.ts';

/**
 * What is wrong with a number that no telephone can have, if anything; it goes after the name of a field. Numbering plans
 * are 80 KB, so only functions that take numbers in import this.
 *
 * `number` is E.164 already (`phone.ts`), or a placeholder (B-9), which is never called and stays as it is.
 */
export const numberFault = (number: string): string | undefined => {
  if (isPlaceholderPhone(number)) return undefined;
  const found = parsePhoneNumberFromString(number);
  if (found?.isValid()) return undefined;
  if (found === undefined) return 'is no phone number: it begins with no country’s code, such as +1 or +44';
  return `is no phone number of ${countryOf(found)}: ${whyNot(number)}`;
};

/** Made for whoever has got a number wrong. */
const countryNames = once(() => new Intl.DisplayNames(['en'], { type: 'region' }));

const countryOf = ({ country, countryCallingCode }: { country?: string; countryCallingCode: string }) =>
  country === undefined
    ? `+${countryCallingCode}`
    : `+${countryCallingCode} (${countryNames().of(country) ?? country})`;

const whyNot = (number: string): string => {
  const length = validatePhoneNumberLength(number);
  if (length === 'TOO_SHORT') return 'it is too short';
  return length === 'TOO_LONG' ? 'it is too long' : 'there is none like it';
};

type Loosely<Section, Field extends keyof Section> =
  | { readonly [Key in Field]?: Section[Key] | undefined }
  | null
  | undefined;

/** Of a member's sections those that hold phone numbers, as an onboarding or an edit has them. */
export interface Numbered {
  readonly profile?: Loosely<Sections['profile'], 'phone'>;
  readonly employee?: Loosely<NonNullable<Sections['employee']>, 'mobilePhone' | 'faxNumber'>;
  readonly dialing?: Loosely<NonNullable<Sections['dialing']>, 'receivingNumber' | 'ifUnavailable'>;
  readonly messaging?: Loosely<NonNullable<Sections['messaging']>, 'massFax'>;
}

const numbersIn = ({ profile, employee, dialing, messaging }: Numbered) => {
  const unavailable = dialing?.ifUnavailable;
  return {
    '/profile/phone': profile?.phone,
    '/employee/mobilePhone': employee?.mobilePhone,
    '/employee/faxNumber': employee?.faxNumber,
    '/dialing/receivingNumber': dialing?.receivingNumber,
    '/dialing/ifUnavailable/forwardTo': unavailable?.action === 'forward' ? unavailable.forwardTo : undefined,
    '/messaging/massFax/sender/number': messaging?.massFax?.sender?.number,
  };
};

/**
 * The phone numbers of a member that cannot exist in their country, each pointed at from `at` on. What they had
 * `before` stays: plans change, and must not keep somebody from changing what else there is.
 */
export const phoneFaults = (sections: Numbered, at: string, before: Numbered = {}): readonly Fault[] => {
  const known: Record<string, string | undefined> = numbersIn(before);
  return Object.entries(numbersIn(sections)).flatMap(([pointer, number]) => {
    if (number === undefined || number === known[pointer]) return [];
    const detail = numberFault(number);
    return detail === undefined ? [] : [{ pointer: at + pointer, detail }];
  });
};
