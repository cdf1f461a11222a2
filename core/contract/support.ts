import * as z from 'zod/mini';
import { accountId, folderId, userId } from '../domain/ids.ts';
import { cidr } from '../domain/network.ts';
import { email } from '../domain/sections/profile.ts';

/** Whom an operator lets in again who is locked out by their allowed networks; the event of the lift-restrictions function. */
export const liftRestrictionsRequest = z
  .strictObject({
    userId: z.optional(userId),
    email: z.optional(email),
    /** In which account; needed only of a user who is in several. */
    accountId: z.optional(accountId),
  })
  .check(
    z.refine(({ userId, email }) => (userId === undefined) !== (email === undefined), {
      error: 'is required, or an email; not both',
      path: ['userId'],
    }),
  );

/** The networks that the user was restricted to; none if they were not. */
export const liftedRestrictions = z.object({ accountId, userId, networks: z.array(cidr) });

export type LiftedRestrictions = z.infer<typeof liftedRestrictions>;

/** Whether a folder gives folder tools to its members (C-36); the event of the switch-folder-tools function. */
export const switchFolderToolsRequest = z.strictObject({ accountId, folderId, isGiven: z.boolean() });

export type SwitchFolderToolsRequest = z.infer<typeof switchFolderToolsRequest>;

/** The folders, from the root down to this one, that give folder tools to its members now. */
export const switchedFolderTools = z.object({
  givenBy: z.array(z.object({ folderId, name: z.string() })),
});

export type SwitchedFolderTools = z.infer<typeof switchedFolderTools>;
