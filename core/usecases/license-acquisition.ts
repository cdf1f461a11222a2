import { appOf } from '../domain/apps.ts';
import { type Authority, holds, mayInFolder, reaches } from '../domain/authorization/authority.ts';
import { ENDPOINTS, type Endpoint, type EndpointAccess } from '../domain/endpoints.ts';
import { LicenseAcquisition, type MissingLicense } from '../domain/errors.ts';
import { type LicenseKind, licenseFacts } from '../domain/licenses.ts';
import type { Member } from '../domain/member.ts';
import { poolOf } from '../domain/pool.ts';
import { type Remedy, remedyBy } from '../domain/remedy.ts';
import { fullName } from '../domain/sections/profile.ts';
import { isAlive, type Session } from '../domain/session.ts';
import { eachSession } from './end-sessions.ts';
import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'sessions' | 'members' | 'accounts'>;

/** How many sessions are looked up by name; the list of all is a call of its own. */
const MOST_NAMED = 100;
/** How many of their members are offered to be signed out. */
const MOST_OFFERED = 10;

const mayCall = (authority: Authority, endpoint: Endpoint): boolean => {
  const access: EndpointAccess = ENDPOINTS[endpoint];
  return typeof access === 'object' && access.anyOf.some((permission) => holds(authority, permission));
};

/** A session that has a seat of what is missing, and whose it is. */
interface Holder {
  session: Session;
  member: Member;
}

/**
 * The “license acquisition error” (C-44): which licenses are missing, who has their seats, as far as whoever asks may
 * know, and what they may do about it themselves (C-45).
 */
export const licenseAcquisition =
  (ports: Needs) =>
  async (authority: Authority, missing: readonly LicenseKind[], now: string): Promise<LicenseAcquisition> => {
    const [found, holders] = await Promise.all([
      ports.accounts.readWithPools(authority.accountId),
      knownHolders(ports)(authority, missing, now),
    ]);
    const licenses = missing.map((kind): MissingLicense => {
      const pool = poolOf(found?.pools ?? [], kind);
      const { name } = licenseFacts(kind);
      return {
        kind,
        name,
        app: appOf(kind),
        purchased: pool?.purchased ?? 0,
        inUse: pool?.inUse ?? 0,
        holders: holders.filter(({ session }) => session.kinds.includes(kind)).map(shown),
      };
    });
    return new LicenseAcquisition(licenses, remediesFor(authority, holders));
  };

const shown = ({ session, member }: Holder): MissingLicense['holders'][number] => ({
  userId: member.userId,
  sessionId: session.sessionId,
  name: fullName(member),
  since: session.startedAt,
});

/** Everybody may know of their own sessions; of those of others, who may list them, and within their reach. */
const knownHolders =
  (ports: Needs) =>
  async (authority: Authority, missing: readonly LicenseKind[], now: string): Promise<readonly Holder[]> => {
    const { accountId, userId } = authority;
    const isEntitled = mayCall(authority, 'listSessions');
    const found: Session[] = [];
    await eachSession(ports)(accountId, isEntitled ? undefined : userId, async (session) => {
      const hasOne = session.kinds.some((kind) => missing.includes(kind));
      if (hasOne && isAlive(session, now)) found.push(session);
      return found.length < MOST_NAMED ? undefined : 'enough';
    });
    const heads = await ports.members.heads(accountId, [...new Set(found.map((session) => session.userId))]);
    return found.flatMap((session) => {
      const member = heads.find((head) => head.userId === session.userId);
      return member !== undefined && reaches(authority, member) ? [{ session, member }] : [];
    });
  };

const remediesFor = (authority: Authority, holders: readonly Holder[]): readonly Remedy[] => {
  const { accountId, userId } = authority;
  const own = holders.filter(({ member }) => member.userId === userId);
  const others = new Map(
    holders
      .filter(({ member }) => member.userId !== userId && mayInFolder(authority, member.folderId, 'write'))
      .map(({ member }) => [member.userId, member]),
  );
  return [
    ...own.map(({ session: { sessionId, startedAt } }) =>
      remedyBy('endSession', `End your own session of ${startedAt}.`, { accountId, userId, sessionId }),
    ),
    ...(mayCall(authority, 'signOutMember') ? [...others.values()] : [])
      .slice(0, MOST_OFFERED)
      .map((member) =>
        remedyBy('signOutMember', `Sign ${fullName(member)} out.`, { accountId, userId: member.userId }),
      ),
    ...(mayCall(authority, 'changeSeats') ? [remedyBy('changeSeats', 'Buy more seats.', { accountId })] : []),
    ...(mayCall(authority, 'readBilling')
      ? [remedyBy('readBilling', 'See how many seats the account has, and how many are free.', { accountId })]
      : []),
  ];
};
