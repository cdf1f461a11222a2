import { Busy, ChangedMeanwhile, LicenseNotInPlan, MemberNotActive } from '../../../core/domain/errors.ts';
import { isCalling, type LicenseKind, licenseFacts } from '../../../core/domain/licenses.ts';
import { freeSeats } from '../../../core/domain/pool.ts';
import { recordOf } from '../../../core/domain/section-record.ts';
import { deadAt, type Session } from '../../../core/domain/session.ts';
import type { Sessions } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { byBytes, pageOf } from './page.ts';
import { keepReplay, replayAt } from './replays.ts';

export const inMemorySessions = (database: Database): Sessions => {
  const { sessions, pools, members, records } = database;
  const poolFor = ({ accountId }: Session, kind: LicenseKind) => pools.get(keys.pool(accountId, kind));

  const count = (session: Session, by: 1 | -1): void => {
    for (const kind of session.kinds) {
      const pool = poolFor(session, kind);
      if (pool === undefined || pool.inUse + by < 0) throw new Busy();
      pool.inUse += by;
    }
  };

  /** Whether the member still needs what the session takes, but for apps. */
  const isNeeded = (session: Session): boolean => {
    const found = records.get(keys.record(session, 'licenses'));
    const { data, agentFeatures = true } = (found && recordOf([found], 'licenses')) ?? {};
    return session.kinds
      .filter((kind) => licenseFacts(kind).app === undefined)
      .every((kind) => data?.kinds.includes(kind) && (agentFeatures || !isCalling(kind)));
  };

  return {
    async start(session, stamp, idempotency) {
      const key = keys.session(session);
      const unknown = session.kinds.filter((kind) => poolFor(session, kind) === undefined);
      if (unknown.length > 0) throw new LicenseNotInPlan(unknown);
      const missing = session.kinds.filter((kind) => {
        const pool = poolFor(session, kind);
        return pool !== undefined && freeSeats(pool) <= 0;
      });
      if (missing.length > 0) return { missing: sessions.has(key) ? [] : missing };
      const replayOf = replayAt(database, idempotency, stamp);
      if (replayOf !== undefined) return { missing: [], replayOf };
      if (sessions.has(key)) return { missing: [] };
      if (members.get(keys.member(session))?.status !== 'active') throw new MemberNotActive();
      if (!isNeeded(session)) throw new ChangedMeanwhile();
      count(session, 1);
      sessions.set(key, copy({ ...session, dueAt: deadAt(session.seenAt) }));
      keepReplay(database, idempotency, session.sessionId, stamp);
      return { missing: [] };
    },

    async read(ref) {
      const found = sessions.get(keys.session(ref));
      return found && shown(found);
    },

    async heartbeat(ref, at) {
      const found = sessions.get(keys.session(ref));
      if (found !== undefined && found.seenAt < at) found.seenAt = at;
      return found !== undefined;
    },

    async end(ref, _stamp, unlessSeenAfter) {
      const found = sessions.get(keys.session(ref));
      if (found === undefined || (unlessSeenAfter !== undefined && found.seenAt > unlessSeenAfter)) return;
      count(found, -1);
      sessions.delete(keys.session(ref));
    },

    async list(accountId, userId, page) {
      const sorted = [...sessions.values()]
        .filter((session) => session.accountId === accountId)
        .filter((session) => userId === undefined || session.userId === userId)
        .map((session) => [`${session.userId}#${session.sessionId}`, shown(session)] as const)
        .sort(([one], [other]) => byBytes(one, other));
      return pageOf(
        `${accountId}/sessions/${userId ?? ''}`,
        sorted,
        (key, position) => byBytes(key, position) > 0,
        page,
      );
    },

    async due(now, limit) {
      return [...sessions.values()]
        .filter(({ dueAt }) => dueAt <= now)
        .sort((one, other) => byBytes(one.dueAt, other.dueAt))
        .slice(0, limit)
        .map(({ accountId, userId, sessionId }) => ({ accountId, userId, sessionId }));
    },

    async postpone(ref, due) {
      const found = sessions.get(keys.session(ref));
      if (found !== undefined) found.dueAt = due;
    },
  };
};

const shown = ({ dueAt: _, ...session }: Session & { dueAt: string }): Session => copy(session);
