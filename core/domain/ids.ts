import { decodeTime, ulid } from 'ulid';
import * as z from 'zod/mini';
import { docs } from './docs.ts';

/**
 * Every id is a ULID with a prefix that says what it names (`usr_01j…`): sortable by creation, unique without asking
 * anyone. In lower case, since a user's id is their user name, and a case-insensitive user pool answers in lower case.
 */
const PREFIXES = {
  account: 'acc',
  agency: 'agn',
  user: 'usr',
  apiUser: 'api',
  run: 'run',
  role: 'rol',
  folder: 'fld',
  group: 'grp',
  session: 'ses',
  file: 'fil',
} as const;

type Thing = keyof typeof PREFIXES;

export const newId = (thing: Thing): string => `${PREFIXES[thing]}_${ulid().toLowerCase()}`;

/** A place in a waiting line: what is later is greater. */
export const newPlace = (): string => ulid().toLowerCase();

/** When somebody came to that place, RFC 3339. */
export const placeSince = (place: string): string => new Date(decodeTime(place.toUpperCase())).toISOString();

/** The place of who stands in line because of a run: the line goes by when they were asked for. */
export const placeOfRun = (run: string): string => run.slice(PREFIXES.run.length + 1);

const id = (thing: Thing, description: string) =>
  z
    .string()
    .check(
      z.regex(new RegExp(`^${PREFIXES[thing]}_[0-9a-hjkmnp-tv-z]{26}$`), {
        error: `must be an id such as ${PREFIXES[thing]}_01jd…`,
        // So that a union with something else says what it wants itself.
        abort: true,
      }),
    )
    .register(docs, { description });

export const accountId = id('account', 'The account: a customer company.');
export const userId = id('user', 'The user: a person, once in the whole system.');
export const runId = id('run', 'The run: one execution of the eight steps for one member.');
export const agencyId = id('agency', 'The agency: it groups accounts.');
export const apiUserId = id('apiUser', 'The API user: a program that signs in with a secret.');
export const customRoleId = id('role', 'The role: one that the account made itself.');
export const sessionId = id('session', 'The session: one sign-in to the platform.');
export const fileId = id('file', 'The file: a picture or a greeting that was uploaded.');
export const groupId = id('group', 'The access-control group.');

/** Every account has this folder; all others are below it. It cannot be moved or deleted. */
export const ROOT_FOLDER = 'fld_root';
export const folderId = z
  .union([z.literal(ROOT_FOLDER), id('folder', 'A folder that the account made.')], {
    error: `must be ${ROOT_FOLDER} or an id such as fld_01jd…`,
  })
  .register(docs, { description: 'The folder; `fld_root` is the one that every account has.' });

/** Programs and people share one user pool; the id tells which it is. */
export const isApiUserId = (id: string): boolean => id.startsWith(`${PREFIXES.apiUser}_`);

/** True for text that could be mistaken for one of our ids; such text may not be a login ID. */
export const looksLikeId = (text: string): boolean =>
  Object.values(PREFIXES).some((prefix) => text.startsWith(`${prefix}_`));
