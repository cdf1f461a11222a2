import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { size } from '../../size.ts';
import { decisions } from './decisions.ts';
import { MUTANTS } from './mutants.ts';
import { secondStatement } from './oracle.ts';
import { type Answers, questioned } from './questions.ts';
import { randomAccount } from './random-account.ts';

const DECISIONS = 5_000;
const QUESTIONS_PER_ACCOUNT = 50;
const accountsFor = (decided: number) => decided / QUESTIONS_PER_ACCOUNT;

/** Asks of random accounts what Rollcall (or a mutant of it) decides, and what the second statement says. */
const agrees = (answers: Answers) =>
  fc.asyncProperty(questioned(randomAccount, QUESTIONS_PER_ACCOUNT), async ({ account, questions }) => {
    const decide = answers(account);
    const state = secondStatement(account);
    for (const question of questions) {
      const [decided, stated] = [await decide(question), await state(question)];
      if (decided !== stated)
        throw new Error(`${JSON.stringify(question)}: decided ${decided}, but stated ${stated}`);
    }
  });

/** Minutes at full size, on a machine that has much else to do. */
const MOST_MILLISECONDS = 1_800_000;

describe('the second statement of the rules', () => {
  it('C-7 C-8 C-15 C-29 C-38 C-42 C-43 C-57 C-63 D-4 D-23 E-15 E-18 E-20 X-4 agrees with every decision', {
    timeout: MOST_MILLISECONDS,
  }, async () => {
    const numRuns = accountsFor(size({ test: DECISIONS, full: 100_000 }));
    await fc.assert(agrees(decisions), { numRuns });
  });

  it.each(Object.entries(MUTANTS))('notices that %s', { timeout: MOST_MILLISECONDS }, async (_, mutant) => {
    const numRuns = accountsFor(DECISIONS);
    // Always the same accounts: whether the mutant is found must not depend on luck.
    const found = await fc.check(agrees(mutant), { numRuns, seed: 1, endOnFailure: true });
    expect(found.failed).toBe(true);
    expect(String(found.errorInstance)).toContain('but stated');
  });
});
