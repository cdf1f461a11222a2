import {
  CALLING,
  CONCURRENT,
  KINDS,
  type Kind,
  openBooks,
  type Person,
  Refused,
} from './seat-model-office.ts';

/** Who signs in more often loses the oldest sessions. */
const MOST_SESSIONS = 5;

/** All that can be asked of an office, as the model says what comes of it. */
export const newOffice = (owned: Record<Kind, number>) => {
  const books = openBooks(owned);
  const { people, effect, holders, inUse, isFree, may, lacks, adjust, serve } = books;
  const { activate, takeOrWait, endSessions, isDead } = books;

  /** The steps of a run that seats have to do with. A step that is done stays done. */
  const goOn = (person: Person): void => {
    person.run = 'failed';
    if (!person.hasLicenses) takeOrWait(person, { hasLicenses: true }, person.askedAt, () => {});
    effect(() => {
      person.run = 'done';
      person.status = person.waitsFor.length > 0 ? 'deactivated' : 'active';
      person.reason = person.waitsFor.length > 0 ? 'no-license' : undefined;
    });
  };

  const add = (needs: readonly Kind[], kind: Kind) =>
    KINDS.filter((one) => one === kind || needs.includes(one));

  return {
    ...books,

    buy(kind: Kind, count: number): void {
      if (holders(kind) + inUse(kind) > count) throw new Refused('seats-taken');
      const isMore = count > owned[kind];
      if (count === owned[kind]) return;
      effect(() => {
        owned[kind] = count;
      });
      if (isMore) serve();
    },
    onboard(needs: readonly Kind[]): void {
      const person: Person = {
        status: 'onboarding',
        run: 'failed',
        hasLicenses: false,
        needs,
        holds: [],
        waitsFor: [],
        askedAt: books.now(),
        agentFeatures: true,
        sessions: [],
      };
      people.push(person);
      goOn(person);
    },
    resume: goOn,
    discard(person: Person): void {
      person.run = 'discarding';
      if (person.hasLicenses)
        effect(() => {
          person.hasLicenses = false;
          Object.assign(person, { holds: [], waitsFor: [], since: undefined });
        });
      Object.assign(person, { run: 'discarded', status: 'gone' });
    },
    assign(person: Person, kind: Kind): void {
      const { status, waitsFor } = person;
      const needs = add(person.needs, kind);
      if (status === 'suspended') throw new Refused('wrong-member-status');
      if (status === 'deactivated' && waitsFor.length === 0 && kind === 'lmp') {
        takeOrWait(person, { needs }, books.now(), () => activate(person));
        return;
      }
      if (person.needs.includes(kind)) return;
      if (status === 'active') takeOrWait(person, { needs }, books.now(), () => {});
      else {
        effect(() => {
          person.needs = needs;
          if (waitsFor.length > 0) person.waitsFor = lacks(person);
        });
        if (waitsFor.length > 0) serve();
      }
    },
    takeBack(person: Person, kind: Kind): void {
      const wasWaiting = person.waitsFor.length > 0;
      const isDone = kind === 'lmp' ? person.reason === 'license-taken-back' : !person.needs.includes(kind);
      if (kind === 'lmp') {
        if (!isDone)
          effect(() => {
            Object.assign(person, { holds: [], waitsFor: [], since: undefined });
            Object.assign(person, { status: 'deactivated', reason: 'license-taken-back' });
          });
        endSessions(person);
      } else {
        if (!isDone)
          effect(() => {
            person.needs = person.needs.filter((one) => one !== kind);
            adjust(person);
          });
        if (CONCURRENT.includes(kind)) endSessions(person, ({ kinds }) => kinds.includes(kind));
      }
      if (!isDone && wasWaiting) serve();
    },
    reactivate(person: Person): void {
      if (person.status === 'suspended') throw new Refused('wrong-member-status');
      if (person.status === 'active' || person.waitsFor.length > 0) return;
      takeOrWait(person, {}, books.now(), () => activate(person));
    },
    switchFeatures(person: Person, agentFeatures: boolean): void {
      const wasWaiting = person.waitsFor.length > 0;
      const endCalls = () => endSessions(person, ({ kinds }) => kinds.some((kind) => CALLING.includes(kind)));
      if (person.agentFeatures === agentFeatures) {
        if (!agentFeatures) endCalls();
        return;
      }
      if (agentFeatures && person.status !== 'deactivated') {
        takeOrWait(person, { agentFeatures }, books.now(), () => {});
        return;
      }
      effect(() => {
        person.agentFeatures = agentFeatures;
        adjust(person);
        if (person.status === 'deactivated' && wasWaiting) person.waitsFor = lacks(person);
      });
      if (!agentFeatures) endCalls();
      if (wasWaiting) serve();
    },
    suspend(person: Person): void {
      if (person.status === 'deactivated') throw new Refused('wrong-member-status');
      if (person.status === 'active')
        effect(() => {
          person.status = 'suspended';
        });
      endSessions(person);
    },
    restore(person: Person): void {
      if (person.status === 'deactivated') throw new Refused('wrong-member-status');
      if (person.status === 'suspended')
        effect(() => {
          person.status = 'active';
        });
    },
    signIn(person: Person): void {
      const kinds = may(person).filter((kind) => CONCURRENT.includes(kind));
      const isMissing = (): boolean => kinds.some((kind) => !isFree(kind));
      if (isMissing()) for (const one of people) endSessions(one, isDead);
      if (isMissing()) throw new Refused('license-acquisition');
      if (person.status !== 'active') throw new Refused('member-not-active');
      effect(() => {
        person.sessions.push({ kinds, seenAt: books.now() });
      });
      const oldest = person.sessions.slice(0, -MOST_SESSIONS);
      endSessions(person, (session) => oldest.includes(session));
    },
    signOut(person: Person): void {
      endSessions(person);
    },
    heartbeat(person: Person): void {
      for (const session of person.sessions) session.seenAt = books.now();
    },
    sweepSessions(): void {
      for (const person of people) endSessions(person, isDead);
    },
  };
};

export type ModelOffice = ReturnType<typeof newOffice>;
