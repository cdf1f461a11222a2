import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { size } from '../../size.ts';
import { decisions } from './decisions.ts';
import { MUTANTS } from './mutants.ts';
import { secondStatement } from './oracle.ts';
import { type Answer, type Answers, type Question, questioned } from './questions.ts';
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

/** Always the same accounts: whether a mutant is found must not depend on luck. */
const SEED = 1;

/** Questions to every mutant, each with what the second statement says: worked out once, and only when it is asked. */
const CASES = fc
  .sample(questioned(randomAccount, QUESTIONS_PER_ACCOUNT), { seed: SEED, numRuns: accountsFor(DECISIONS) })
  .map(({ account, questions }) => {
    const state = secondStatement(account);
    const known = new Map<Question, Promise<Answer>>();
    const stated = (question: Question): Promise<Answer> => {
      const answer = known.get(question) ?? state(question);
      known.set(question, answer);
      return answer;
    };
    return { account, questions, stated };
  });

const isFound = async (mutant: Answers): Promise<boolean> => {
  for (const { account, questions, stated } of CASES) {
    const decide = mutant(account);
    for (const question of questions) if ((await decide(question)) !== (await stated(question))) return true;
  }
  return false;
};

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
    expect(await isFound(mutant)).toBe(true);
  });
});
