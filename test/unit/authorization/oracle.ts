import type { Endpoint } from '../../../core/domain/endpoints.ts';
import { asksCedar, entity } from './cedar.ts';
import {
  asker,
  type Entity,
  endpointEntity,
  folderEntities,
  listedFolderEntities,
  permissionEntity,
  permissionsFor,
  targetEntity,
} from './entities.ts';
import { type Asked, type Holder, hasPage, mayDelegate, reachesWork, requirementsOf } from './plain-rules.ts';
import type { Answer, Answers, Question } from './questions.ts';
import { GONE, type Person, type Program, type RandomAccount } from './random-account.ts';

/** Remembers what it has answered: the same is asked again for every question of X-4. */
const remembered = <Key>(answer: (holder: Holder, key: Key) => boolean) => {
  const known = new Map<Holder, Map<Key, boolean>>();
  return (holder: Holder, key: Key): boolean => {
    const answers = known.get(holder) ?? new Map<Key, boolean>();
    known.set(holder, answers);
    const is = answers.get(key) ?? answer(holder, key);
    answers.set(key, is);
    return is;
  };
};

const SOMEBODY = 'usr_somebody';

/** The first half of the statement: what oracle.cedar says. */
const rulesOf = ({ policy }: RandomAccount) => {
  const folders = folderEntities(policy);
  const listedFolders = listedFolderEntities(policy);
  const ask = (holder: Holder, action: string, resource: Entity, around: Entity[]): boolean => {
    const { uid, entities } = asker(policy, holder);
    return asksCedar(uid, action, resource.uid, [...entities, resource, ...around]);
  };

  const holds: Asked['holds'] = remembered(
    (holder, permission) =>
      ask(holder, 'hold', permissionEntity(policy, permission), folders) &&
      requirementsOf(permission).every((required) => holds(holder, required)),
  );
  const sees: Asked['sees'] = remembered((holder, folderId) =>
    ask(holder, 'see', targetEntity(SOMEBODY, folderId), listedFolders),
  );
  const administers = remembered<string>((holder, accountId) =>
    ask(holder, 'administer', { uid: entity('Account', accountId), parents: [], attrs: {} }, []),
  );
  return {
    holds,
    sees,
    isAdministrator: (holder: Holder) => administers(holder, 'acc_a'),
    mayIn: (holder: Holder, folderId: string, right: string) => {
      const { uid, entities } = asker(policy, holder);
      return asksCedar(uid, right, entity('Folder', folderId), [...entities, ...listedFolders]);
    },
    mayCall: (holder: Holder, endpoint: Endpoint, isAboutOneself: boolean) => {
      const held = permissionsFor(endpoint).filter((permission) => holds(holder, permission));
      const { uid, entities } = asker(policy, holder, { holds: held });
      const resource = endpointEntity(endpoint);
      return asksCedar(uid, 'call', resource.uid, [...entities, resource], { isAboutOneself });
    },
    mayAttempt: (program: Program, endpoint: Endpoint) => {
      const uid = entity('User', program.apiUserId);
      const resource = endpointEntity(endpoint);
      const user = { uid, parents: [], attrs: { endpoints: [...program.endpoints] } };
      return asksCedar(uid, 'attempt', resource.uid, [user, resource]);
    },
  } satisfies Asked & Record<string, unknown>;
};

type Rules = ReturnType<typeof rulesOf>;

/** E-11: a program has, in the root, what it may give to others, and nothing more. */
const holderOf = ({ apiUserId, grants }: Program): Holder => ({
  userId: apiUserId,
  folderId: 'fld_root',
  byHand: { role: 'api-user', grants: [...grants], groups: [] },
  agencyRole: undefined,
});

const answerCall = (rules: Rules, holder: Holder, endpoint: Endpoint, target: Person | undefined): Answer => {
  const isSelf = target?.userId === holder.userId;
  if (!rules.mayCall(holder, endpoint, isSelf)) return 'forbidden';
  return answerTarget(rules, holder, target);
};

const answerTarget = (rules: Rules, holder: Holder, target: Person | undefined): Answer => {
  if (target === undefined || target.userId === holder.userId) return 'yes';
  const isThere = target.status !== 'stranger';
  return isThere && rules.sees(holder, target.folderId) ? 'yes' : 'not-found';
};

const answerPerson = (
  rules: Rules,
  person: Person,
  endpoint: Endpoint,
  target: Person | undefined,
): Answer => {
  const { userId, status, agencyRole } = person;
  const isInvited = status === 'onboarding' && agencyRole !== undefined;
  if (status !== 'stranger' && !isInvited)
    return status === 'active' ? answerCall(rules, person, endpoint, target) : 'member-not-active';
  if (agencyRole === undefined) return 'not-found';
  // D-23: no membership, but a role in the agency: they are in no folder, and have nothing by hand.
  const visitor = { userId, folderId: GONE.folder, byHand: { grants: [], groups: [] }, agencyRole };
  return answerCall(rules, visitor, endpoint, target);
};

const yesOrNo = (is: boolean): Answer => (is ? 'yes' : 'no');

const answer = (account: RandomAccount, rules: Rules, question: Question): Answer => {
  switch (question.about) {
    case 'permission':
      return yesOrNo(rules.holds(question.person, question.permission));
    case 'page':
      return yesOrNo(hasPage(account.policy, rules, question.person, question.page));
    case 'work':
      return yesOrNo(reachesWork(account.policy, rules, question.person, question.work));
    case 'sight':
      return yesOrNo(
        question.target.userId === question.person.userId ||
          rules.sees(question.person, question.target.folderId),
      );
    case 'folder':
      return yesOrNo(
        rules.mayIn(question.person, question.folderId, question.right) ||
          (question.right === 'find' && rules.sees(question.person, question.folderId)),
      );
    case 'delegation':
      return yesOrNo(mayDelegate(account, rules, question.person, question.before, question.after));
    case 'endpoint': {
      const { asker, endpoint, target } = question;
      if ('userId' in asker) return answerPerson(rules, asker, endpoint, target);
      if (!rules.mayAttempt(asker, endpoint)) return 'endpoint-not-granted';
      return answerTarget(rules, holderOf(asker), target);
    }
  }
};

/** Answers by the second statement of the rules: oracle.cedar, and plain-rules.ts where Cedar has no words. */
export const secondStatement: Answers = (account) => {
  const rules = rulesOf(account);
  return async (question) => answer(account, rules, question);
};
