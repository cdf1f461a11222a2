import * as fc from 'fast-check';
import { expect } from 'vitest';
import { Crash } from '../../ports/state-machine.ts';
import type { ModelOffice } from './seat-model.ts';
import {
  type Act,
  after,
  assign,
  buy,
  discard,
  heartbeat,
  onboard,
  reactivate,
  restore,
  resume,
  serve,
  setPolicy,
  signIn,
  signOut,
  suspend,
  sweepDeadSessions,
  sweepForgotten,
  switchFeatures,
  takeBack,
} from './seat-model-acts.ts';
import { Dead, KINDS, type Kind, Refused } from './seat-model-office.ts';
import { dyingAfter, type SeatWorld, seenIn, stampNow, statedBy } from './seat-model-world.ts';

type Command = fc.AsyncCommand<ModelOffice, SeatWorld>;

const stated = (act: () => void): string => {
  try {
    act();
    return 'done';
  } catch (error) {
    if (error instanceof Dead) return 'dead';
    if (error instanceof Refused) return error.message;
    throw error;
  }
};

const decided = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
    return 'done';
  } catch (error) {
    if (error instanceof Crash) return 'dead';
    const { code } = Object(error);
    if (code === undefined) throw error;
    return code;
  }
};

/** Does it in both, and compares what was answered and all that there is. */
const command = (act: Act, effects?: number): Command => ({
  check: () => true,
  async run(office, world) {
    office.pass(1);
    world.pass(1);
    const statement = stated(() => office.living(effects, () => act.model(office)));
    const decision = await decided(() => act.real(world, dyingAfter(world.ports, effects), stampNow(world)));
    // Where somebody dies the answers may differ: what there is afterwards may not.
    if (statement !== 'dead' && decision !== 'dead')
      expect(`${act.name}: ${decision}`).toBe(`${act.name}: ${statement}`);
    expect(await seenIn(world)).toEqual(statedBy(office));
  },
  toString: () => (effects === undefined ? act.name : `${act.name}, dying after ${effects}`),
});

const kind = fc.constantFrom(...KINDS);
const pick = fc.nat(9);
const needs = fc.subarray([...KINDS].slice(1)).map((more): Kind[] => ['lmp', ...more]);

/** Most processes live. */
const dying = (acts: fc.Arbitrary<Act>): fc.Arbitrary<Command> =>
  fc
    .tuple(acts, fc.option(fc.nat(3), { freq: 4, nil: undefined }))
    .map(([act, effects]) => command(act, effects));

const living = (acts: fc.Arbitrary<Act>): fc.Arbitrary<Command> => acts.map((act) => command(act));

export const seatCommands = (most: number) =>
  fc.commands(
    [
      dying(needs.map(onboard)),
      dying(needs.map(onboard)),
      dying(fc.tuple(kind, pick).map(([what, who]) => assign(what)(who))),
      dying(fc.tuple(kind, pick).map(([what, who]) => takeBack(what)(who))),
      dying(fc.tuple(fc.boolean(), pick).map(([enabled, who]) => switchFeatures(enabled)(who))),
      dying(fc.tuple(kind, fc.nat(4)).map(([what, count]) => buy(what, count))),
      dying(pick.map(reactivate)),
      dying(pick.map(resume)),
      dying(pick.map(discard)),
      dying(pick.map(suspend)),
      dying(pick.map(restore)),
      dying(pick.map(signIn)),
      dying(pick.map(signOut)),
      living(pick.map(heartbeat)),
      living(fc.nat(300).map((seconds) => after(seconds, sweepDeadSessions))),
      living(fc.nat(300).chain((seconds) => pick.map((who) => after(seconds, signIn(who))))),
      dying(fc.constant(serve)),
      living(fc.constant(sweepForgotten)),
      living(fc.constantFrom('deactivate' as const, 'reject' as const).map(setPolicy)),
    ],
    { maxCommands: most, size: 'max' },
  );
