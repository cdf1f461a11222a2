import { describe, expect, it } from 'vitest';
import { SESSION_TIMEOUT_SECONDS } from '../../../core/domain/session.ts';
import { sweepSessions } from '../../../core/usecases/sweep-sessions.ts';
import { newSession } from '../../ports/session-samples.ts';
import { openSessionOffice, SECOND } from './session-office.ts';

const office = async (desktop = 9) => {
  const at = await openSessionOffice({ desktop });
  const sweep = (sessions: Partial<typeof at.ports.sessions> = {}) =>
    sweepSessions({ ...at.ports, sessions: { ...at.ports.sessions, ...sessions } })('req');
  return { ...at, sweep };
};

describe('the sweeper of sessions', () => {
  it('C-44 gives back the seats of whoever is not heard of any more', async () => {
    const at = await office();
    const agent = await at.hire();
    await at.signIn(agent);
    expect(await at.sweep()).toBe(0);
    at.moveClock(SESSION_TIMEOUT_SECONDS * SECOND - 1);
    expect(await at.sweep()).toBe(0);
    expect(await at.inUse()).toBe(1);
    at.moveClock(1);
    expect(await at.sweep()).toBe(1);
    expect([await at.inUse(), await at.open()]).toEqual([0, []]);
    expect(await at.sweep()).toBe(0);
  });

  it('C-44 gives a crashed client’s seat back within a minute of its time, wherever between two looks it crashed', async () => {
    for (const beats of [1, 17, 60, 119, 179]) {
      const at = await office();
      const session = await at.signIn(await at.hire());
      at.moveClock(beats * SECOND);
      await at.ports.sessions.heartbeat(session, at.now().at);
      const crash = at.ports.clock.now().getTime();
      while ((await at.inUse()) === 1) {
        at.moveClock(60 * SECOND);
        await at.sweep();
      }
      const late = at.ports.clock.now().getTime() - crash;
      expect(late).toBeGreaterThanOrEqual(SESSION_TIMEOUT_SECONDS * SECOND);
      expect(late).toBeLessThanOrEqual((SESSION_TIMEOUT_SECONDS + 60) * SECOND);
    }
  });

  it('leaves alone who is alive, and looks again when they would be dead', async () => {
    const at = await office();
    const session = await at.signIn(await at.hire());
    at.moveClock(170 * SECOND);
    await at.ports.sessions.heartbeat(session, at.now().at);
    at.moveClock(10 * SECOND);
    expect(await at.sweep()).toBe(1);
    expect(await at.inUse()).toBe(1);
    at.moveClock(169 * SECOND);
    expect(await at.sweep()).toBe(0);
    at.moveClock(SECOND);
    expect(await at.sweep()).toBe(1);
    expect(await at.inUse()).toBe(0);
  });

  it('ends nobody who is heard of at that very moment', async () => {
    const at = await office();
    const session = await at.signIn(await at.hire());
    at.moveClock(SESSION_TIMEOUT_SECONDS * SECOND);
    const end: typeof at.ports.sessions.end = async (...asked) => {
      await at.ports.sessions.heartbeat(session, at.now().at);
      return at.ports.sessions.end(...asked);
    };
    await at.sweep({ end });
    expect([await at.inUse(), (await at.open()).length]).toEqual([1, 1]);
  });

  it('looks at all that are due, however the index lags, each once', async () => {
    const at = await office(2_500);
    const agent = await at.hire();
    for (let count = 0; count < 2_500; count += 1) await at.ports.sessions.start(newSession(agent), at.now());
    at.moveClock(SESSION_TIMEOUT_SECONDS * SECOND);
    const all = await at.ports.sessions.due(at.now().at, 2_500);
    // An index that has not noticed anything yet.
    const due: typeof at.ports.sessions.due = async (_, limit) => all.slice(0, limit);
    expect(await at.sweep({ due })).toBe(2_500);
    expect(await at.inUse()).toBe(0);
  });

  it('stops when its time is over, and goes on with the next', async () => {
    const at = await office(100);
    const agent = await at.hire();
    for (let count = 0; count < 100; count += 1) await at.ports.sessions.start(newSession(agent), at.now());
    at.moveClock(SESSION_TIMEOUT_SECONDS * SECOND);
    const slow: typeof at.ports.sessions.end = async (...asked) => {
      at.moveClock(400);
      return at.ports.sessions.end(...asked);
    };
    const seen = await at.sweep({ end: slow });
    expect(seen).toBe(50);
    expect(await at.inUse()).toBe(50);
    await at.sweep();
    expect(await at.inUse()).toBe(0);
  });

  it('lets no session hold up the others, and says which one it was', async () => {
    const at = await office();
    const [stuck, other] = [await at.signIn(await at.hire()), await at.signIn(await at.hire())];
    at.moveClock(SESSION_TIMEOUT_SECONDS * SECOND);
    const end: typeof at.ports.sessions.end = (ref, ...rest) =>
      ref.sessionId === stuck.sessionId
        ? Promise.reject(new Error('no'))
        : at.ports.sessions.end(ref, ...rest);
    expect(await at.sweep({ end })).toBe(2);
    expect(await at.ports.sessions.read(other)).toBeUndefined();
    expect(at.logged).toMatchObject([
      { code: 'SWEEP_FAILED', details: { sessionId: stuck.sessionId, reason: 'Error' } },
    ]);
    await at.sweep();
    expect(await at.inUse()).toBe(0);
  });
});
