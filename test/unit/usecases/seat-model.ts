/**
 * Who gets a seat, said a second time and as plainly as can be: loops over arrays, nothing counted that can be looked up.
 * Each effect is one that happens whole or not at all; a process that dies does so between two of them.
 */

export type Kind = 'lmp' | 'voip' | 'email' | 'desktop';
export const KINDS: readonly Kind[] = ['lmp', 'voip', 'email', 'desktop'];
const CALLING: readonly Kind[] = ['voip', 'desktop'];
const CONCURRENT: readonly Kind[] = ['desktop'];
const SESSION_SECONDS = 180;

export interface SignedIn {
  kinds: readonly Kind[];
  seenAt: number;
}

export interface Person {
  status: 'onboarding' | 'active' | 'deactivated' | 'suspended' | 'gone';
  reason?: 'no-license' | 'license-taken-back' | undefined;
  run: 'failed' | 'done' | 'discarding' | 'discarded';
  /** Whether the step that takes the seats has been taken. */
  hasLicenses: boolean;
  needs: readonly Kind[];
  holds: readonly Kind[];
  waitsFor: readonly Kind[];
  /** Their place in the line: since when. */
  since?: number | undefined;
  /** When they were asked for, which is their place when their run lets them wait. */
  askedAt: number;
  agentFeatures: boolean;
  sessions: SignedIn[];
}

/** The process is dead: what it has done so far stays. */
export class Dead extends Error {}
/** Somebody is told that it does not go, and why. */
export class Refused extends Error {}

export const newOffice = (owned: Record<Kind, number>) => {
  const people: Person[] = [];
  let policy: 'deactivate' | 'reject' = 'deactivate';
  let now = 0;
  /** After so many effects the process dies. */
  let life = Number.POSITIVE_INFINITY;

  const effect = (change: () => void): void => {
    if (life === 0) throw new Dead();
    change();
    life -= 1;
    if (life === 0) throw new Dead();
  };

  const holders = (kind: Kind) => people.filter(({ holds }) => holds.includes(kind)).length;
  const inUse = (kind: Kind) =>
    people.flatMap(({ sessions }) => sessions).filter(({ kinds }) => kinds.includes(kind)).length;
  const waiting = (kind: Kind) => people.filter(({ waitsFor }) => waitsFor.includes(kind)).length;
  const isFree = (kind: Kind): boolean => holders(kind) + inUse(kind) < owned[kind];
  const line = () =>
    people
      .filter(({ since }) => since !== undefined)
      .sort((one, other) => (one.since ?? 0) - (other.since ?? 0));

  const may = ({ needs, agentFeatures }: Person) =>
    needs.filter((kind) => agentFeatures || !CALLING.includes(kind));
  const due = (person: Person) => may(person).filter((kind) => !CONCURRENT.includes(kind));
  const lacks = (person: Person) => due(person).filter((kind) => !person.holds.includes(kind));

  /** Nobody holds or waits for what is not due to them. */
  const adjust = (person: Person): void => {
    person.holds = person.holds.filter((kind) => due(person).includes(kind));
    person.waitsFor = person.waitsFor.filter((kind) => due(person).includes(kind));
    if (person.waitsFor.length === 0) person.since = undefined;
  };

  /** The oldest in line whose whole need is free, again and again. */
  const serve = (): void => {
    for (;;) {
      const next = line().find(({ waitsFor }) => waitsFor.every(isFree));
      if (next === undefined) return;
      effect(() => {
        next.holds = due(next);
        next.waitsFor = [];
        next.since = undefined;
        if (next.status === 'deactivated') activate(next);
      });
    }
  };

  const activate = (person: Person): void => {
    person.status = 'active';
    person.reason = undefined;
  };

  /**
   * Takes what is lacking and not waited for, or else waits for all that is lacking. What somebody wishes for is said by
   * `wish`, and comes true with the one or the other.
   */
  const takeOrWait = (person: Person, wish: Partial<Person>, since: number, becomes: () => void): void => {
    const wishing = { ...person, ...wish };
    const newly = lacks(wishing).filter((kind) => !person.waitsFor.includes(kind));
    const missing = newly.filter((kind) => !isFree(kind) || waiting(kind) > 0);
    if (missing.length === 0) {
      effect(() => {
        Object.assign(person, wish);
        person.holds = [...person.holds, ...newly];
        becomes();
      });
      return;
    }
    if (policy === 'reject') throw new Refused('no-free-seat');
    effect(() => {
      Object.assign(person, wish);
      person.waitsFor = lacks(person);
      person.since ??= since;
      if (person.status === 'deactivated') person.reason = 'no-license';
    });
    serve();
  };

  const endSessions = (person: Person, which: (session: SignedIn) => boolean = () => true): void => {
    for (const session of person.sessions.filter(which)) {
      effect(() => {
        person.sessions = person.sessions.filter((one) => one !== session);
      });
    }
  };

  const isDead = ({ seenAt }: SignedIn): boolean => seenAt + SESSION_SECONDS <= now;

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
    owned,
    people,
    line,
    holders,
    inUse,
    waiting,
    now: () => now,

    /** Does something in a process that dies after so many effects. */
    living(effects: number | undefined, act: () => void): void {
      life = effects ?? Number.POSITIVE_INFINITY;
      try {
        act();
      } finally {
        life = Number.POSITIVE_INFINITY;
      }
    },
    pass(seconds: number): void {
      now += seconds;
    },
    setPolicy(next: typeof policy): void {
      policy = next;
    },
    serve,

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
        askedAt: now,
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
        takeOrWait(person, { needs }, now, () => activate(person));
        return;
      }
      if (person.needs.includes(kind)) return;
      if (status === 'active') takeOrWait(person, { needs }, now, () => {});
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
      if (kind === 'lmp') {
        if (person.reason === 'license-taken-back') return;
        effect(() => {
          Object.assign(person, { holds: [], waitsFor: [], since: undefined });
          Object.assign(person, { status: 'deactivated', reason: 'license-taken-back' });
        });
        endSessions(person);
      } else {
        if (!person.needs.includes(kind)) return;
        effect(() => {
          person.needs = person.needs.filter((one) => one !== kind);
          adjust(person);
        });
        if (CONCURRENT.includes(kind)) endSessions(person, ({ kinds }) => kinds.includes(kind));
      }
      if (wasWaiting) serve();
    },
    reactivate(person: Person): void {
      if (person.status === 'suspended') throw new Refused('wrong-member-status');
      if (person.status === 'active' || person.waitsFor.length > 0) return;
      takeOrWait(person, {}, now, () => activate(person));
    },
    switchFeatures(person: Person, agentFeatures: boolean): void {
      if (person.agentFeatures === agentFeatures) return;
      const wasWaiting = person.waitsFor.length > 0;
      if (agentFeatures && person.status !== 'deactivated') {
        takeOrWait(person, { agentFeatures }, now, () => {});
        return;
      }
      effect(() => {
        person.agentFeatures = agentFeatures;
        adjust(person);
        if (person.status === 'deactivated' && wasWaiting) person.waitsFor = lacks(person);
      });
      if (!agentFeatures) endSessions(person, ({ kinds }) => kinds.some((kind) => CALLING.includes(kind)));
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
        person.sessions.push({ kinds, seenAt: now });
      });
    },
    signOut(person: Person): void {
      endSessions(person);
    },
    heartbeat(person: Person): void {
      for (const session of person.sessions) session.seenAt = now;
    },
    sweepSessions(): void {
      for (const person of people) endSessions(person, isDead);
    },
  };
};

export type ModelOffice = ReturnType<typeof newOffice>;
