import {
  type Authority,
  holds,
  mayInFolder,
  reaches,
  seesFolder,
} from '../../../core/domain/authorization/authority.ts';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import { rightsFaults } from '../../../core/domain/authorization/delegation.ts';
import { type Given, rightsOf } from '../../../core/domain/authorization/rights.ts';
import { DomainError } from '../../../core/domain/errors.ts';
import type { Member, User } from '../../../core/domain/member.ts';
import { authorize } from '../../../core/usecases/authorize.ts';
import type { Standing, Standings } from '../../../core/usecases/ports.ts';
import type { Answer, Answers, Question } from './questions.ts';
import type { Person, RandomAccount } from './random-account.ts';

const AT = '2026-01-01T00:00:00.000Z';
const NAMES = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', loginId: 'ada' };
const AGENCY = 'agn_a';
const HEAD: Standing['account'] = {
  accountId: 'acc_a',
  name: 'Acme',
  language: 'en',
  licensePolicy: 'deactivate',
  apps: [],
  agencyId: AGENCY,
  createdAt: AT,
};

const memberOf = ({ userId, status, folderId }: Person): Member | undefined =>
  status === 'stranger'
    ? undefined
    : {
        ...NAMES,
        accountId: HEAD.accountId,
        userId,
        location: 'us-east-1',
        folderId,
        status,
        createdAt: AT,
        version: 0,
      };

const userOf = ({ userId, agencyRole }: Person): User => ({
  ...NAMES,
  userId,
  owningAccountId: HEAD.accountId,
  language: 'en',
  createdAt: AT,
  accountIds: [HEAD.accountId],
  agencyRole: agencyRole && { agencyId: AGENCY, accountId: 'acc_other', role: agencyRole },
});

/** What the store would tell of a random account. */
const standingsOf = ({
  policy,
  people,
  programs,
}: RandomAccount): Pick<Standings, 'read' | 'readApiUser'> => {
  const person = (id: string | undefined) => people.find(({ userId }) => userId === id);
  const shared = (targetId: string | undefined) => {
    const target = person(targetId);
    return { account: HEAD, policyVersion: policy.version, target: target && memberOf(target) };
  };
  return {
    read: async ({ userId }, targetId) => {
      const asker = person(userId);
      const member = asker && memberOf(asker);
      const permissions = member && asker?.byHand;
      return { ...shared(targetId), user: asker && userOf(asker), member, permissions };
    },
    readApiUser: async (ref, targetId) => {
      const program = programs.find(({ apiUserId }) => apiUserId === ref.apiUserId);
      const facts = {
        name: 'Nightly',
        pages: [],
        allowedNetworks: ['0.0.0.0/0'],
        createdAt: AT,
        createdBy: 'usr_a',
      };
      const apiUser = program && { ...facts, ...program, accountId: HEAD.accountId, version: 1 };
      return { ...shared(targetId), apiUser };
    },
  };
};

const yesOrNo = (is: boolean): Answer => (is ? 'yes' : 'no');

/** Answers as Rollcall does: by core/domain/authorization, and about endpoints by the use case that every request meets. */
export const decisions: Answers = (account) => {
  const policy = compilePolicy(account.policy);
  const given = ({ userId, folderId, byHand, agencyRole }: Person): Given => ({
    userId,
    folderId,
    byHand,
    agencyRole,
  });
  const rights = (person: Person) => rightsOf(policy, given(person));
  const authority = (person: Person): Authority => ({
    accountId: HEAD.accountId,
    userId: person.userId,
    rights: rights(person),
    policy,
    agencyRole: person.agencyRole,
  });
  const admit = authorize({
    standings: standingsOf(account),
    policies: { read: async () => account.policy },
  });

  const answerEndpoint = async ({ asker, endpoint, target }: Question & { about: 'endpoint' }) => {
    try {
      await admit({
        accountId: HEAD.accountId,
        userId: 'userId' in asker ? asker.userId : asker.apiUserId,
        signedInAtSeconds: Date.parse(AT) / 1000,
        sourceAddress: '203.0.113.1',
        endpoint,
        targetId: target?.userId,
      });
      return 'yes';
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  };

  return async (question) => {
    switch (question.about) {
      case 'permission':
        return yesOrNo(holds(authority(question.person), question.permission));
      case 'page':
        return yesOrNo(rights(question.person).pages.has(question.page));
      case 'work': {
        const { work } = rights(question.person);
        return yesOrNo(work === 'everything' || work.has(question.work));
      }
      case 'sight':
        return yesOrNo(reaches(authority(question.person), question.target));
      case 'folder':
        return yesOrNo(
          question.right === 'find'
            ? seesFolder(authority(question.person), question.folderId)
            : mayInFolder(authority(question.person), question.folderId, question.right),
        );
      case 'delegation': {
        const { person, before, after } = question;
        const faults = rightsFaults(authority(person), before && rights(before), rights(after), '');
        return yesOrNo(faults.length === 0);
      }
      case 'endpoint':
        return answerEndpoint(question);
    }
  };
};
