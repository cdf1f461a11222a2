import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { takeTurns } from '../../../core/usecases/take-turns.ts';

describe('taking turns', () => {
  it('does what is about the same thing one after the other, in the order of asking', async () => {
    const inTurn = takeTurns();
    const told: string[] = [];
    const work = (name: string, milliseconds: number) => async () => {
      told.push(`${name} begins`);
      await sleep(milliseconds);
      told.push(`${name} ends`);
      return name;
    };
    const answers = await Promise.all([
      inTurn('acc_a', work('slow', 20)),
      inTurn('acc_a', work('quick', 0)),
      inTurn('acc_b', work('other', 0)),
    ]);
    expect(answers).toEqual(['slow', 'quick', 'other']);
    const ofA = told.filter((line) => !line.startsWith('other'));
    expect(ofA).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
    expect(told.indexOf('other ends')).toBeLessThan(told.indexOf('slow ends'));
  });

  it('goes on after what has failed, and tells only whoever asked for that', async () => {
    const inTurn = takeTurns();
    const failing = inTurn('acc_a', () => Promise.reject(new Error('no')));
    const next = inTurn('acc_a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
