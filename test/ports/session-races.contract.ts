import { describe, expect, it } from 'vitest';
import { Busy, MemberNotActive } from '../../core/domain/errors.ts';
import type { Session } from '../../core/domain/session.ts';
import { endSessions } from '../../core/usecases/end-sessions.ts';
import { given, LATER, NOW, stampAt } from './samples.ts';
import { activeMember, newSession, poolIn, sessionsIn } from './session-samples.ts';
import type { OpenStore, Store } from './store.ts';

type Ports = Store['ports'];

const AT_ONCE = 60;

/** Somebody who signs in: again, as long as too much is going on at once. */
const signIn = async ({ sessions }: Ports, session: Session): Promise<readonly string[]> => {
  for (;;) {
    try {
      return (await sessions.start(session, stampAt())).missing;
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
    }
  }
};

export const sessionRacesContract = (open: OpenStore): void => {
  const office = async (desktop: number) => {
    const { ports } = open();
    const accountId = await given(ports).account({ lmp: 9, desktop });
    const members = await Promise.all([1, 2, 3, 4].map(() => activeMember(ports, accountId)));
    const begin = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const member = members[index % members.length];
        if (member === undefined) throw new Error('unreachable');
        return newSession(member);
      });
    /** Never more in use than there are, and as many in use as there are sessions. */
    const expectRight = async (inUse: number) => {
      expect(await poolIn(ports, accountId)).toMatchObject({ purchased: desktop, inUse });
      expect(await sessionsIn(ports, accountId)).toHaveLength(inUse);
    };
    return { ports, accountId, members, begin, expectRight };
  };

  describe('sessions at the same time', () => {
    it.each([1, 7, 120])(
      `AP-110 X-3 of ${AT_ONCE} that begin at once on %i seats, just as many begin as there are seats`,
      async (seats) => {
        const { ports, accountId, begin, expectRight } = await office(seats);
        let isOver = false;
        const watch = async () => {
          while (!isOver) {
            const pool = await poolIn(ports, accountId);
            expect(pool?.inUse).toBeLessThanOrEqual(seats);
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
        };
        const watched = watch();
        const answers = await Promise.all(begin(AT_ONCE).map((session) => signIn(ports, session)));
        isOver = true;
        await watched;
        const begun = answers.filter((missing) => missing.length === 0).length;
        expect(begun).toBe(Math.min(AT_ONCE, seats));
        await expectRight(begun);
      },
    );

    it('AP-113 X-3 give each seat back once, however many end them, by whatever way', async () => {
      const { ports, begin, expectRight } = await office(20);
      const sessions = begin(20);
      for (const session of sessions) await ports.sessions.start(session, stampAt());
      const [staying, ...ending] = sessions;
      const ends = ending.flatMap((session) => [
        ports.sessions.end(session, stampAt()),
        ports.sessions.end(session, stampAt()),
        ports.sessions.end(session, stampAt(), NOW),
      ]);
      const outcomes = await Promise.allSettled(ends);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Busy);
      for (const session of ending) await ports.sessions.end(session, stampAt());
      await expectRight(1);
      expect(await ports.sessions.read(staying ?? newSession({ accountId: '', userId: '' }))).toBeDefined();
    });

    it('AP-112 AP-113 either go on or end, when they are heard of as the sweeper comes', async () => {
      const { ports, begin, expectRight } = await office(20);
      const sessions = begin(20);
      for (const session of sessions) await ports.sessions.start(session, stampAt());
      const alive = await Promise.all(
        sessions.map(async (session) => {
          const [isAlive] = await Promise.all([
            ports.sessions.heartbeat(session, LATER),
            ports.sessions.end(session, stampAt(), NOW),
          ]);
          return isAlive;
        }),
      );
      await expectRight(alive.filter((isAlive) => isAlive).length);
    });

    it('AP-110 leave no seat taken by who is suspended meanwhile', async () => {
      const { ports, members, begin, expectRight } = await office(50);
      const suspend = async (ref: { accountId: string; userId: string }) => {
        const before = await ports.members.read(ref);
        if (before === undefined) throw new Error('unreachable');
        const { member } = before;
        await ports.members.change(
          {
            before,
            member: { ...member, status: 'suspended', version: member.version + 1 },
            records: [],
            taken: [],
            givenUp: [],
            administrators: 0,
          },
          stampAt(),
        );
        await endSessions(ports)(ref, stampAt());
      };
      const outcomes = await Promise.allSettled([
        ...begin(20).map((session) => signIn(ports, session)),
        ...members.map(suspend),
        ...begin(20).map((session) => signIn(ports, session)),
      ]);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(MemberNotActive);
      await expectRight(0);
    });
  });
};
