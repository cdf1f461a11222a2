import type { ListedKind } from '../../domain/access-list.ts';
import type { AssetKind, AssetRef } from '../../domain/asset-kinds.ts';
import type { Use } from '../../domain/authorization/uses.ts';
import type { LicenseKind } from '../../domain/licenses.ts';
import type { MemberStatus } from '../../domain/member.ts';
import type { RunStatus } from '../../domain/run.ts';
import { type SectionName, stepNumber } from '../../domain/steps.ts';
import type { ApiUserRef, AssetOf, FileRef, MemberRef, RunRef, SessionRef } from '../../usecases/ports.ts';

/** The primary key of every item. `docs/access-patterns.md` shows the same as a table. */
export const HEAD = 'HEAD';

export const accountKey = (accountId: string) => ({ pk: `ACCOUNT#${accountId}`, sk: HEAD });
/** A pool is kept in blocks, counted from 0. */
export const POOL_BLOCK = 'POOL#';
export const poolKey = (accountId: string, { kind, block }: { kind: LicenseKind; block: number }) => ({
  pk: `ACCOUNT#${accountId}`,
  sk: `${POOL_BLOCK}${kind}#${block}`,
});
/** What the account owns: its plan, and the version of it. */
export const billingKey = (accountId: string) => ({ pk: `ACCOUNT#${accountId}`, sk: 'BILLING' });
/** Entries are counted, so the ledger is in order. */
export const ledgerPk = (accountId: string) => `LEDGER#${accountId}`;
export const ledgerKey = (accountId: string, entry: number) => ({
  pk: ledgerPk(accountId),
  sk: String(entry).padStart(10, '0'),
});
/** What counts for the account's members unless their own settings say otherwise. */
export const settingsKey = (accountId: string) => ({ pk: `ACCOUNT#${accountId}`, sk: 'SETTINGS' });
export const seatKey = ({ accountId, userId }: MemberRef, kind: LicenseKind) => ({
  pk: `POOL#${accountId}#${kind}`,
  sk: `SEAT#${userId}`,
});
/** Sorted by place, which grows with time: the line is served from its beginning. */
export const waitingPk = (accountId: string) => `WAITING#${accountId}`;
export const waitingKey = ({ accountId, place }: { accountId: string; place: string }) => ({
  pk: waitingPk(accountId),
  sk: place,
});
/** An invitation to be sent to who has come out of the waiting line. */
export const invitingPk = (accountId: string) => `INVITING#${accountId}`;
export const invitingKey = ({ accountId, userId }: MemberRef) => ({ pk: invitingPk(accountId), sk: userId });

/** The sessions of an account, by member. */
export const sessionsPk = (accountId: string) => `SESSIONS#${accountId}`;
export const sessionKey = ({ accountId, userId, sessionId }: SessionRef) => ({
  pk: sessionsPk(accountId),
  sk: `${userId}#${sessionId}`,
});

/** The pictures and greetings of an account. */
export const filesPk = (accountId: string) => `FILES#${accountId}`;
export const fileKey = ({ accountId, fileId }: FileRef) => ({ pk: filesPk(accountId), sk: fileId });
/** What one member has begun to upload, and nobody uses yet. */
export const uploadsKey = ({ accountId, uploadedBy }: { accountId: string; uploadedBy: string }) => ({
  pk: `UPLOADS#${accountId}`,
  sk: uploadedBy,
});

export const userKey = (userId: string) => ({ pk: `USER#${userId}`, sk: HEAD });
/** What a person has answered about themselves alone. */
export const extraProfileKey = (userId: string) => ({ pk: `USER#${userId}`, sk: 'EXTRA' });
export const emailKey = (email: string) => ({ pk: `EMAIL#${email}`, sk: 'GUARD' });
export const loginKey = (loginId: string) => ({ pk: `LOGIN#${loginId}`, sk: 'GUARD' });
export const extensionKey = (accountId: string, extension: string) => ({
  pk: `EXTENSION#${accountId}#${extension}`,
  sk: 'GUARD',
});
export const numberKey = (number: string) => ({ pk: `NUMBER#${number}`, sk: 'GUARD' });
export const sipKey = (userName: string) => ({ pk: `SIP#${userName}`, sk: 'GUARD' });

/** A member's item collection: the head, and one section item per step. */
export const memberPk = ({ accountId, userId }: MemberRef) => `MEMBER#${accountId}#${userId}`;
export const SECTION = 'SECTION#';
export const memberKey = (ref: MemberRef) => ({ pk: memberPk(ref), sk: HEAD });
export const sectionKey = (ref: MemberRef, section: SectionName) => ({
  pk: memberPk(ref),
  sk: `${SECTION}${stepNumber(section)}#${section}`,
});
/** Says the login ID to the index by search, which has head and profile for other things. */
export const memberLoginKey = (ref: MemberRef) => ({ pk: memberPk(ref), sk: 'LOGIN' });
export const membersByStatus = (accountId: string, status: MemberStatus) => `MEMBERS#${accountId}#${status}`;
export const membersInFolder = (accountId: string, folderId: string) => `FOLDER#${accountId}#${folderId}`;
export const membersAtLocation = (accountId: string, region: string) => `LOCATION#${accountId}#${region}`;
export const memberNames = (accountId: string) => `NAMES#${accountId}`;
export const memberEmails = (accountId: string) => `EMAILS#${accountId}`;
export const memberLoginIds = (accountId: string) => `LOGINS#${accountId}`;

/** An asset that can be used, and one that is archived: two lists, so neither costs the other anything. */
export const assetsPk = (accountId: string, kind: AssetKind) => `ASSETS#${accountId}#${kind}`;
export const archivePk = (accountId: string, kind: AssetKind) => `ARCHIVE#${accountId}#${kind}`;
export const presentAssetKey = ({ accountId, kind, key }: AssetOf) => ({
  pk: assetsPk(accountId, kind),
  sk: key,
});
export const archivedAssetKey = ({ accountId, kind, key }: AssetOf) => ({
  pk: archivePk(accountId, kind),
  sk: key,
});

/** All who use an asset: assigned members, members whose settings name it, other assets, the account. */
export const assetUsersPk = ({ accountId, kind, key }: AssetOf) => `WORK#${accountId}#${kind}#${key}`;
export const WORK_EDGE = 'MEMBER#';
export const SETTING_EDGE = 'SETTING#';
export const ASSET_EDGE = 'ASSET#';
export const ACCOUNT_EDGE = 'ACCOUNT';
export const workKey = ({ accountId, userId }: MemberRef, asset: AssetRef) => ({
  pk: assetUsersPk({ ...asset, accountId }),
  sk: `${WORK_EDGE}${userId}`,
});
export const settingUseKey = ({ accountId, userId }: MemberRef, asset: AssetRef) => ({
  pk: assetUsersPk({ ...asset, accountId }),
  sk: `${SETTING_EDGE}${userId}`,
});
export const assetUseKey = (user: AssetOf, asset: AssetRef) => ({
  pk: assetUsersPk({ ...asset, accountId: user.accountId }),
  sk: `${ASSET_EDGE}${user.kind}#${user.key}`,
});
export const accountUseKey = (accountId: string, asset: AssetRef) => ({
  pk: assetUsersPk({ ...asset, accountId }),
  sk: ACCOUNT_EDGE,
});

export const runsPk = (accountId: string) => `RUNS#${accountId}`;
export const runKey = ({ accountId, runId }: RunRef) => ({ pk: runsPk(accountId), sk: runId });
export const runsByStatus = (accountId: string, status: RunStatus) => `RUNS#${accountId}#${status}`;

/** The partitions of the sparse index that the sweeper reads: one for each thing that can be due. */
export const DUE = 'DUE';
export const DUE_PLACES = 'DUE#places';
export const DUE_INVITATIONS = 'DUE#invitations';
export const DUE_SESSIONS = 'DUE#sessions';
export const DUE_FILES = 'DUE#files';

export const replayKey = ({ actor, key }: { actor: string; key: string }) => ({
  pk: `IDEM#${actor}#${key}`,
  sk: 'RECORD',
});

export const apiUsersPk = (accountId: string) => `APIUSERS#${accountId}`;
export const apiUserKey = ({ accountId, apiUserId }: ApiUserRef) => ({
  pk: apiUsersPk(accountId),
  sk: apiUserId,
});
/** Says which account an API user belongs to: whoever asks for a token names only the API user. */
export const apiUserGuardKey = (apiUserId: string) => ({ pk: `APIUSER#${apiUserId}`, sk: 'GUARD' });

export const agencyKey = (agencyId: string) => ({ pk: `AGENCY#${agencyId}`, sk: HEAD });
export const AGENCY_ACCOUNT = 'ACCOUNT#';
export const agencyAccountKey = (agencyId: string, accountId: string) => ({
  pk: agencyKey(agencyId).pk,
  sk: `${AGENCY_ACCOUNT}${accountId}`,
});

export const accessListsPk = (accountId: string) => `ACCESS#${accountId}`;
export const accessListKey = (list: { accountId: string; kind: ListedKind; key: string }) => ({
  pk: accessListsPk(list.accountId),
  sk: `${list.kind}#${list.key}`,
});

/** Where the APIs of the locations are. */
export const locationsKey = { pk: 'LOCATIONS', sk: 'DIRECTORY' };

/** Roles, folders and groups of an account: one document. */
export const policyKey = (accountId: string) => ({ pk: `POLICY#${accountId}`, sk: 'DOCUMENT' });

/** Who uses a role, a folder or a group: their number, which exists as long as it can be used, and an edge for each. */
const usePk = (accountId: string, { kind, id }: Use) => `USE#${accountId}#${kind}#${id}`;
export const useCountKey = (accountId: string, use: Use) => ({ pk: usePk(accountId, use), sk: 'COUNT' });
export const USE_EDGE = 'MEMBER#';
export const useEdgeKey = ({ accountId, userId }: MemberRef, use: Use) => ({
  pk: usePk(accountId, use),
  sk: `${USE_EDGE}${userId}`,
});

/** The place in an account of a user who had a login before. */
export const joinKey = ({ accountId, userId }: MemberRef) => ({ pk: `JOIN#${accountId}`, sk: userId });
