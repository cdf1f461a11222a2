/**
 * Who gets a seat, said a second time and as plainly as can be: loops over arrays, nothing counted that can be looked up.
 * Each effect is one that happens whole or not at all; a process that dies does so between two of them.
 */

export type Kind = 'lmp' | 'voip' | 'email' | 'desktop';
export const KINDS: readonly Kind[] = ['lmp', 'voip', 'email', 'desktop'];
export const CALLING: readonly Kind[] = ['voip', 'desktop'];
export const CONCURRENT: readonly Kind[] = ['desktop'];
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

/** Who has what, and what becomes of it in one effect or several. */
export const openBooks = (owned: Record<Kind, number>) => {
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
    const isRejecting = policy === 'reject';
    if (isRejecting && missing.some((kind) => !isFree(kind))) throw new Refused('no-free-seat');
    const before = structuredClone(person);
    effect(() => {
      Object.assign(person, wish);
      person.waitsFor = lacks(person);
      person.since ??= since;
      if (person.status === 'deactivated' && !isRejecting) person.reason = 'no-license';
    });
    serve();
    if (!isRejecting || person.waitsFor.length === 0) return;
    effect(() => {
      Object.assign(person, before, { since: before.since });
    });
    throw new Refused('no-free-seat');
  };

  const endSessions = (person: Person, which: (session: SignedIn) => boolean = () => true): void => {
    for (const session of person.sessions.filter(which)) {
      effect(() => {
        person.sessions = person.sessions.filter((one) => one !== session);
      });
    }
  };

  const isDead = ({ seenAt }: SignedIn): boolean => seenAt + SESSION_SECONDS <= now;

  return {
    owned,
    people,
    effect,
    holders,
    inUse,
    waiting,
    isFree,
    line,
    may,
    lacks,
    adjust,
    serve,
    activate,
    takeOrWait,
    endSessions,
    isDead,
    now: () => now,
    pass(seconds: number): void {
      now += seconds;
    },
    setPolicy(next: typeof policy): void {
      policy = next;
    },
    /** Does something in a process that dies after so many effects. */
    living(effects: number | undefined, act: () => void): void {
      life = effects ?? Number.POSITIVE_INFINITY;
      try {
        act();
      } finally {
        life = Number.POSITIVE_INFINITY;
      }
    },
  };
};
