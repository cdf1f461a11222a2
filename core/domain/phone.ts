import * as z from 'zod/mini';
import { docs } from './docs.ts';

const PLACEHOLDER = /^\d{10}$/;

/** For an agent overseas any ten digits stand in for a phone number (B-9); they are never dialled. */
export const isPlaceholderPhone = (phone: string): boolean => PLACEHOLDER.test(phone);

/** What people write between digits, and nobody dials. */
const SEPARATORS = /[\s().\-/\u00a0\u2010-\u2015]+/g;

const withoutSeparators = z.overwrite<string>((text) => text.replaceAll(SEPARATORS, ''));

const e164 = z.e164();
const isE164 = (text: string): boolean => e164.safeParse(text).success;

/** A phone number, or what stands in for one. Whether the number exists in its country, `phone-number.ts` says. */
export const phone = z
  .string()
  .check(
    withoutSeparators,
    z.refine(
      (text) => isE164(text) || isPlaceholderPhone(text),
      'must be a phone number with its country, such as +1 415 555 0123, or ten digits as a placeholder',
    ),
  )
  .register(docs, {
    description:
      'With its country, such as +1 415 555 0123, kept as E.164; or any ten digits as a placeholder for an agent overseas (B-9).',
  });

/** A phone number that is really called: no extension (C-52), and no placeholder. */
export const fullPhone = z
  .string()
  .check(
    withoutSeparators,
    z.refine(
      isE164,
      'must be a full phone number with its country, such as +1 415 555 0123: an extension or a placeholder cannot be called from outside',
    ),
  )

  .register(docs, {
    title: 'Phone number',
    description: 'A full phone number with its country, kept as E.164; never an extension (C-52).',
  });
