import {
  type Authority,
  holds,
  mayInFolder,
  type Placed,
  reaches,
} from '../core/domain/authorization/authority.ts';
import { compilePolicy } from '../core/domain/authorization/compiled-policy.ts';
import { type Given, rightsOf } from '../core/domain/authorization/rights.ts';
import type { Permission } from '../core/domain/permissions.ts';
import { abilityOf, subjectsOf } from './casl.ts';
import { sampleMembers, samplePolicy } from './sample-office.ts';

const policy = compilePolicy(samplePolicy);
const ASKED: readonly Permission[] = ['modify-security', 'search-users', 'create-user', 'add-did'];

const authorityOf = (given: Given): Authority => ({
  accountId: samplePolicy.accountId,
  userId: given.userId,
  rights: rightsOf(policy, given),
  policy,
});

/** A member in every folder, and every member who asks. */
const targets: readonly Placed[] = [
  ...Object.keys(samplePolicy.folders).map((folderId) => ({ userId: `usr_in-${folderId}`, folderId })),
  ...sampleMembers,
].map(({ userId, folderId }) => ({ userId, folderId }));

/** May this member do that to that member, and change what is in the folder where they are? */
const questions = sampleMembers.flatMap((member) => {
  const authority = authorityOf(member);
  const ability = abilityOf(policy, member);
  return targets.flatMap((target) => {
    const subjects = subjectsOf(policy, target);
    return ASKED.map((permission) => ({ member, authority, ability, target, subjects, permission }));
  });
});
type Question = (typeof questions)[number];

const decide = (authority: Authority, { permission, target }: Question): boolean =>
  holds(authority, permission) &&
  reaches(authority, target) &&
  mayInFolder(authority, target.folderId, 'write');

const askCasl = (ability: Question['ability'], { permission, subjects }: Question): boolean =>
  ability.can(permission, 'Account') &&
  ability.can('see', subjects.member) &&
  ability.can('write', subjects.folder);

type Way = (question: Question) => boolean;

interface Comparison {
  ours: Way;
  casls: Way;
  /** How often all questions are put in one round, so that it takes milliseconds. */
  repeats: number;
}

const COMPARISONS = {
  prebuilt: {
    ours: (question) => decide(question.authority, question),
    casls: (question) => askCasl(question.ability, question),
    repeats: 40,
  },
  fromFacts: {
    ours: (question) => decide(authorityOf(question.member), question),
    casls: (question) => askCasl(abilityOf(policy, question.member), question),
    repeats: 1,
  },
} satisfies Record<string, Comparison>;

/** Processor time, in microseconds, to put all questions. */
const spend = (way: Way, repeats: number): number => {
  const before = process.cpuUsage();
  let allowed = 0;
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const question of questions) if (way(question)) allowed += 1;
  const { user, system } = process.cpuUsage(before);
  if (allowed === 0) throw new Error('nothing is allowed to anybody');
  return user + system;
};

const median = (measured: readonly number[]): number =>
  measured.toSorted((one, other) => one - other)[Math.floor(measured.length / 2)] ?? 0;

const WARM_UP = 5;
const ROUNDS = 25;

const compare = ({ ours, casls, repeats }: Comparison): number => {
  for (const question of questions)
    if (ours(question) !== casls(question))
      throw new Error(`CASL differs: ${JSON.stringify(question.target)}`);
  const rounds = Array.from({ length: WARM_UP + ROUNDS }, () => [
    spend(ours, repeats),
    spend(casls, repeats),
  ]).slice(WARM_UP);
  return median(rounds.map(([own = 0]) => own)) / median(rounds.map(([, other = 0]) => other));
};

/**
 * The decision ÷ CASL, for the same questions on the same account: with everything made ready (the authority of whoever
 * asks, or their ability), and from what the member has been given. Both answer alike, or the bench fails. The two take
 * turns, so that whatever else the machine does meets both, and the median counts.
 */
export const measureAuthorization = (): Record<keyof typeof COMPARISONS, number> => ({
  prebuilt: compare(COMPARISONS.prebuilt),
  fromFacts: compare(COMPARISONS.fromFacts),
});
