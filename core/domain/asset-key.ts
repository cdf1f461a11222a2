import * as z from 'zod/mini';
import { docs } from './docs.ts';

/** What people call an asset by: chosen once, unique among those of its kind in the account. */
export const assetKey = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, underscores or hyphens'),
  )
  .register(docs, {
    title: 'Key',
    description: 'Chosen once, unique among those of its kind in the account.',
  });
