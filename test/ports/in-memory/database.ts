import type { AccessList } from '../../../core/domain/access-list.ts';
import type { Account } from '../../../core/domain/account.ts';
import type { Agency } from '../../../core/domain/agency.ts';
import type { ApiUser } from '../../../core/domain/api-user.ts';
import type { Asset } from '../../../core/domain/asset.ts';
import type { AssetRef } from '../../../core/domain/asset-kinds.ts';
import type { Policy } from '../../../core/domain/authorization/policy.ts';
import type { Use } from '../../../core/domain/authorization/uses.ts';
import type { LedgerEntry } from '../../../core/domain/billing-ledger.ts';
import type { ExtraProfile } from '../../../core/domain/extra-profile.ts';
import type { StoredFile } from '../../../core/domain/file.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import type { Member, User } from '../../../core/domain/member.ts';
import type { Pool } from '../../../core/domain/pool.ts';
import type { Run } from '../../../core/domain/run.ts';
import type { SectionRecord } from '../../../core/domain/section-record.ts';
import type { Session } from '../../../core/domain/session.ts';
import type {
  AssetOf,
  FileRef,
  MemberRef,
  Place,
  RunRef,
  SessionRef,
  VersionedSettings,
} from '../../../core/usecases/ports.ts';

export interface Replay {
  requestHash: string;
  resultId: string;
  expiresAtSeconds: number;
}

/** Someone who can sign in: what the sign-in service knows of them. */
export interface SignIn {
  email: string;
  language: string;
  firstName: string;
  loginId?: string;
  temporaryPassword?: string;
  /** How often a mail for a new password was asked for. */
  resets?: number;
  /** How often every session was ended. */
  signOuts?: number;
  /** What an operator has done to it. */
  state?: 'reset-required' | 'disabled';
}

export interface Invitation {
  userId: string;
  email: string;
  accountName: string;
  temporaryPassword: string;
}

/**
 * Everything the in-memory ports keep, in one object, so that a test can look at it and compare it with itself. Every
 * collection is keyed by text; `keys` makes it.
 */
export const emptyDatabase = () => ({
  accounts: new Map<string, Account & { activeAdministrators: number }>(),
  pools: new Map<string, Pool>(),
  /** Who holds a seat. */
  seats: new Set<string>(),
  line: new Map<string, Place & { dueAt: string }>(),
  /** Invitations that are to be sent. */
  invitations: new Map<string, MemberRef & { dueAt: string }>(),
  /** What an account owns, but for its pools. */
  billing: new Map<string, { planId: string; version: number }>(),
  /** By account, oldest first. */
  ledger: new Map<string, readonly LedgerEntry[]>(),
  /** With when each is looked at next. */
  sessions: new Map<string, Session & { dueAt: string }>(),
  users: new Map<string, User>(),
  /** The claims on an email and a login ID: the user who has it. */
  emails: new Map<string, string>(),
  loginIds: new Map<string, string>(),
  /** The claims on an extension, unique in an account. */
  extensions: new Map<string, string>(),
  /** The places in accounts of users who had a login before. */
  places: new Set<string>(),
  members: new Map<string, Member>(),
  records: new Map<string, SectionRecord>(),
  /** Who changed the record of a member's licenses last, under which request. */
  hands: new Map<string, string>(),
  work: new Set<string>(),
  assets: new Map<string, Asset>(),
  /** The claims on numbers and SIP user names: the asset that has it. */
  assetClaims: new Map<string, string>(),
  /** With when each is removed; one that is in use is not. */
  files: new Map<string, StoredFile & { dueAt?: string | undefined }>(),
  /** The settings of accounts that have changed theirs. */
  accountDefaults: new Map<string, VersionedSettings>(),
  runs: new Map<string, Run>(),
  replays: new Map<string, Replay>(),
  policies: new Map<string, Policy>(),
  /** The names of those who use a role, a folder or a group, by their ids; there is none for what has been deleted. */
  uses: new Map<string, Map<string, string>>(),
  agencies: new Map<string, Agency>(),
  extraProfiles: new Map<string, ExtraProfile>(),
  /** Where the APIs of the locations are, by region. */
  apiUrls: new Map<string, string>(),
  /** By their id alone, which is unique. */
  apiUsers: new Map<string, ApiUser>(),
  accessLists: new Map<string, AccessList>(),
  /** The sign-in service's own store. */
  signIns: new Map<string, SignIn>(),
  /** Its programs: each with its secret. */
  apiSecrets: new Map<string, string>(),
});

export type Database = ReturnType<typeof emptyDatabase>;

export const keys = {
  pool: (accountId: string, kind: LicenseKind) => `${accountId}#${kind}`,
  seat: ({ accountId, userId }: MemberRef, kind: LicenseKind) => `${accountId}#${kind}#${userId}`,
  place: ({ accountId, place }: Pick<Place, 'accountId' | 'place'>) => `${accountId}#${place}`,
  session: ({ accountId, userId, sessionId }: SessionRef) => `${accountId}#${userId}#${sessionId}`,
  member: ({ accountId, userId }: MemberRef) => `${accountId}#${userId}`,
  extension: (accountId: string, extension: string) => `${accountId}#${extension}`,
  record: ({ accountId, userId }: MemberRef, section: string) => `${accountId}#${userId}#${section}`,
  asset: ({ accountId, kind, key }: AssetOf) => `${accountId}#${kind}#${key}`,
  assetClaim: ({ field, value }: { field: string; value: string }) => `${field}#${value}`,
  file: ({ accountId, fileId }: FileRef) => `${accountId}#${fileId}`,
  work: ({ accountId, userId }: MemberRef, { kind, key }: AssetRef) =>
    `${accountId}#${kind}#${key}#${userId}`,
  run: ({ accountId, runId }: RunRef) => `${accountId}#${runId}`,
  use: (accountId: string, { kind, id }: Use) => `${accountId}#${kind}#${id}`,
  accessList: (list: { accountId: string; kind: string; key: string }) =>
    `${list.accountId}#${list.kind}#${list.key}`,
  replay: ({ actor, key }: { actor: string; key: string }) => `${actor}#${key}`,
};

/** A copy, so that nobody outside changes what is stored, nor sees it change. */
export const copy = <Value>(value: Value): Value => structuredClone(value);
