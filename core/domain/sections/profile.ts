import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { folderId, looksLikeId, ROOT_FOLDER } from '../ids.ts';
import { languageTag } from '../languages.ts';
import { phone } from '../phone.ts';
import { shownText } from '../shown-text.ts';

/**
 * Text that names one person in the whole system is compared in one form: compatibility characters folded (NFKC),
 * no surrounding space, lower case. NFKC comes again last, since lowering can undo it.
 */
export const sameForm = [z.normalize('NFKC'), z.trim(), z.toLowerCase(), z.normalize('NFKC')];

export const email = z
  .string()
  .check(...sameForm, z.maxLength(254), z.email('must be an email address'))
  .register(docs, {
    title: 'Email',
    description: 'Where the invitation goes; unique in the whole system, whatever the letter case.',
  });

export const loginId = z
  .string()
  .check(
    ...sameForm,
    z.regex(/^[a-z0-9._-]{3,64}$/, 'must be 3 to 64 letters, digits, dots, underscores or hyphens'),
    z.refine((text) => !looksLikeId(text), 'must not look like an id'),
  )
  .register(docs, {
    title: 'Login ID',
    description:
      'What the user types to sign in, besides the email; unique in the whole system (C-49). Keep it close to the name, which the floor map and call logs show instead (C-48).',
  });

/** What a colleague dials; one per member of an account. */
const extension = z.string().check(z.regex(/^\d{1,8}$/, 'must be 1 to 8 digits'));

/** Section 1 of an onboarding: who the user is, and where they sit. */
export const profile = z
  .strictObject({
    firstName: shownText(100).register(docs, {
      title: 'First name',
      description: 'The given name, as the floor map and call logs show it.',
    }),
    lastName: shownText(100).register(docs, { title: 'Last name', description: 'The family name.' }),
    email,
    // Proposed from the name, so it comes after it.
    loginId,
    phone: z.optional(phone).register(docs, {
      title: 'Phone',
      description:
        'With its country, such as +1 415 555 0123, kept as E.164; or any ten digits as a placeholder for an agent overseas (B-9).',
    }),
    extension: z.optional(extension).register(docs, {
      title: 'Extension',
      description: 'The dial extension, 1 to 8 digits, unique in the account; may stay empty (C-5, D-14).',
    }),
    language: z._default(languageTag, 'en').register(docs, {
      title: 'Language',
      description: 'BCP 47, such as en or es-MX; the invitation is written in it.',
    }),
    location: z.string().check(z.minLength(1), z.maxLength(32)).register(docs, {
      title: 'Server location',
      description:
        'The region nearest to where the user sits: it routes their calls best (B-7). Those there are, nearest first: `GET /v1/locations`.',
    }),
    folderId: z._default(folderId, ROOT_FOLDER).register(docs, {
      title: 'Folder',
      description: 'The folder that the user is put in (C-1, C-6); it gives role and permissions.',
    }),
    sendInvitation: z._default(z.boolean(), true).register(docs, {
      title: 'Send instructions',
      description: 'Send the invitation to the new user once set up (D-9).',
    }),
  })
  .register(docs, { title: 'Profile', description: "The user's profile (A-1)." });

export type Profile = z.infer<typeof profile>;

/** The name as lists show it. */
export const fullName = (person: Pick<Profile, 'firstName' | 'lastName'>): string =>
  `${person.firstName} ${person.lastName}`;

/** The form in which names are sorted, and matched by prefix: case and accents make no difference. */
export const sortableName = (name: string): string =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase().normalize('NFKC');
