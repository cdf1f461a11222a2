import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { folderId, looksLikeId, ROOT_FOLDER } from '../ids.ts';
import { languageTag } from '../languages.ts';
import { shownText } from '../shown-text.ts';

/**
 * Text that names one person in the whole system is compared in one form: compatibility characters folded (NFKC),
 * no surrounding space, lower case. NFKC comes again last, since lowering can undo it.
 */
const normalised = [z.normalize('NFKC'), z.trim(), z.toLowerCase(), z.normalize('NFKC')];

export const email = z
  .string()
  .check(...normalised, z.maxLength(254), z.email('must be an email address'))
  .register(docs, {
    description: 'Where the invitation goes; unique in the whole system, whatever the letter case.',
  });

export const loginId = z
  .string()
  .check(
    ...normalised,
    z.regex(/^[a-z0-9._-]{3,64}$/, 'must be 3 to 64 letters, digits, dots, underscores or hyphens'),
    z.refine((text) => !looksLikeId(text), 'must not look like an id'),
  )
  .register(docs, {
    description: 'What the user types to sign in, besides the email; unique in the whole system (C-49).',
  });

const PLACEHOLDER = /^\d{10}$/;

/** For an agent overseas any ten digits stand in for a phone number (B-9); they are never dialled. */
export const isPlaceholderPhone = (phone: string): boolean => PLACEHOLDER.test(phone);

const e164 = z.e164();

export const phone = z
  .string()
  .check(
    z.trim(),
    z.refine(
      (text) => e164.safeParse(text).success || isPlaceholderPhone(text),
      'must be a phone number in E.164 form such as +14155550123, or ten digits as a placeholder',
    ),
  )
  .register(docs, {
    description: 'E.164, or any ten digits as a placeholder for an agent overseas (B-9).',
  });

/** Section 1 of an onboarding: who the user is, and where they sit. */
export const profile = z
  .strictObject({
    email,
    loginId,
    firstName: shownText(100).register(docs, {
      description: 'The given name, as the floor map and call logs show it.',
    }),
    lastName: shownText(100).register(docs, { description: 'The family name.' }),
    phone: z.optional(phone),
    extension: z
      .optional(z.string().check(z.regex(/^\d{1,8}$/, 'must be 1 to 8 digits')))
      .register(docs, { description: 'The dial extension; may stay empty (C-5).' }),
    language: z
      ._default(languageTag, 'en')
      .register(docs, { description: 'BCP 47; the invitation is written in it.' }),
    location: z.string().check(z.minLength(1), z.maxLength(32)).register(docs, {
      description: 'The server location (region) nearest to where the user sits (B-7).',
    }),
    folderId: z
      ._default(folderId, ROOT_FOLDER)
      .register(docs, { description: 'The folder that the user is put in (C-1, C-6).' }),
    sendInvitation: z
      ._default(z.boolean(), true)
      .register(docs, { description: 'Send instructions to the new user once set up (D-9).' }),
  })
  .register(docs, { description: "The user's profile (A-1)." });

export type Profile = z.infer<typeof profile>;

/** The name as lists show it. */
export const fullName = (person: Pick<Profile, 'firstName' | 'lastName'>): string =>
  `${person.firstName} ${person.lastName}`;

/** The form in which names are sorted, and matched by prefix: case and accents make no difference. */
export const sortableName = (name: string): string =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase().normalize('NFKC');
