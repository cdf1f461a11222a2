import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { LICENSE_KIND_NAMES } from '../domain/licenses.ts';

/** What a license kind is, wherever it is shown. */
export const licenseFacts = {
  kind: z.enum(LICENSE_KIND_NAMES),
  name: z.string(),
  help: z.string(),
  mode: z.enum(['named', 'concurrent']).register(docs, {
    description: '`named`: assigned to a member. `concurrent`: taken at sign-in, and given back at sign-out.',
  }),
  calling: z.boolean().register(docs, { description: 'Part of the calling seat (B-2).' }),
  app: z
    .optional(z.string())
    .register(docs, { description: 'The app that needs it, once the account has installed it.' }),
};
