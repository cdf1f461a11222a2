import type { Policy } from '../../../core/domain/authorization/policy.ts';
import { PAGE_KEYS } from '../../../core/domain/pages.ts';
import { PERMISSION_KEYS } from '../../../core/domain/permissions.ts';
import { ROLES } from '../../../core/domain/roles.ts';
import { decisions } from './decisions.ts';
import { requirementsOf, roleOf } from './plain-rules.ts';
import type { Answers, Question } from './questions.ts';
import type { Person, RandomAccount } from './random-account.ts';

/** Rollcall with one rule broken: it is shown another account than there is, or asked another question. */

const changed =
  (change: (account: RandomAccount) => RandomAccount): Answers =>
  (account) => {
    const other = change(account);
    const answer = decisions(other);
    const same = (person: Person) => other.people.find(({ userId }) => userId === person.userId) ?? person;
    return (question) => answer(withPeople(question, same));
  };

const withPeople = (question: Question, change: (person: Person) => Person): Question => {
  switch (question.about) {
    case 'sight':
      return { ...question, person: change(question.person), target: change(question.target) };
    case 'delegation': {
      const { person, before, after } = question;
      return { ...question, person: change(person), before: before && change(before), after: change(after) };
    }
    case 'endpoint': {
      const { asker, target } = question;
      const whoAsks = 'userId' in asker ? change(asker) : asker;
      return { ...question, asker: whoAsks, target: target && change(target) };
    }
    default:
      return { ...question, person: change(question.person) };
  }
};

const withFolders = (change: (folder: Policy['folders'][string]) => Policy['folders'][string]): Answers =>
  changed(({ policy, ...others }) => ({
    ...others,
    policy: {
      ...policy,
      folders: Object.fromEntries(Object.entries(policy.folders).map(([id, folder]) => [id, change(folder)])),
    },
  }));

const withGiven = (change: (person: Person, policy: Policy) => Partial<Person['byHand']>): Answers =>
  changed(({ people, ...others }) => ({
    ...others,
    people: people.map((person) => ({
      ...person,
      byHand: { ...person.byHand, ...change(person, others.policy) },
    })),
  }));

const asking =
  (change: (question: Question) => Question): Answers =>
  (account) => {
    const answer = decisions(account);
    return (question) => answer(change(question));
  };

/** The roles that let nothing in from a folder, as roles of the account's own, which all do. */
const opened = Object.entries(ROLES).flatMap(([id, facts]) =>
  'closed' in facts ? [{ id, role: `rol_open_${id}`, facts }] : [],
);

const CLOSED_ROLES_OPEN = changed(({ policy, people, programs }) => {
  const open = (id: string | undefined) => opened.find((role) => role.id === id)?.role ?? id;
  const list = (subjects: string[]) => subjects.map((id) => open(id) ?? id);
  const roles = opened.map(({ role, facts: { permissions, pages, ...facts } }) => [
    role,
    {
      ...facts,
      closed: undefined,
      roleId: role,
      permissions: [...permissions],
      pages: [...pages],
      version: 1,
    },
  ]);
  const folders = Object.values(policy.folders).map((folder) => {
    const { read, write, store } = folder.access;
    const access = { read: list(read), write: list(write), store: list(store) };
    return [folder.folderId, { ...folder, role: open(folder.role), access }];
  });
  return {
    programs,
    people: people.map((person) => ({
      ...person,
      byHand: { ...person.byHand, role: open(person.byHand.role) },
    })),
    policy: {
      ...policy,
      roles: { ...policy.roles, ...Object.fromEntries(roles) },
      folders: Object.fromEntries(folders),
    },
  };
});

/** The role of the topmost folder that names one, where it should be that of the nearest. */
const topmostRole = ({ byHand, folderId }: Person, policy: Policy): Partial<Person['byHand']> => {
  if (byHand.role !== undefined) return {};
  let at = policy.folders[folderId];
  let role: string | undefined;
  while (at !== undefined) {
    role = at.role ?? role;
    at = policy.folders[at.parentId ?? ''];
  }
  return { role };
};

export const MUTANTS: Readonly<Record<string, Answers>> = {
  'a closed role takes the permissions of folders': CLOSED_ROLES_OPEN,
  'a folder’s role is that of the topmost folder': withGiven(topmostRole),
  'a role by hand comes after the folder’s': withGiven(({ byHand, ...person }, policy) => ({
    role: roleOf(policy, { ...person, byHand: { ...byHand, role: undefined } }) ?? byHand.role,
  })),
  'folders above give nothing': withFolders((folder) =>
    folder.folderId === 'fld_root' ? { ...folder, permissions: [] } : folder,
  ),
  'a requirement counts as met': withGiven(({ byHand }) => ({
    grants: PERMISSION_KEYS.filter(
      (key) =>
        byHand.grants.includes(key) || byHand.grants.some((granted) => requirementsOf(granted).includes(key)),
    ),
  })),
  'managers’ permissions serve agents': changed(({ policy, ...others }) => ({
    ...others,
    policy: {
      ...policy,
      roles: Object.fromEntries(
        Object.entries(policy.roles).map(([id, role]) => [id, { ...role, designation: 'manager' as const }]),
      ),
    },
  })),
  'grants are forgotten': withGiven(() => ({ grants: [] })),
  'groups narrow nothing': withGiven(() => ({ groups: [] })),
  'work that groups leave out stays open': changed(({ policy, ...others }) => ({
    ...others,
    policy: {
      ...policy,
      groups: Object.fromEntries(
        Object.entries(policy.groups).map(([id, group]) => [id, { ...group, work: undefined }]),
      ),
    },
  })),
  'read lists open nothing': withFolders((folder) => ({ ...folder, access: { ...folder.access, read: [] } })),
  'write lists are not inherited': withFolders((folder) =>
    folder.folderId === 'fld_root' ? { ...folder, access: { ...folder.access, write: [] } } : folder,
  ),
  'a level by hand is forgotten': withGiven(() => ({ dataViewLevel: undefined })),
  'pages by hand come besides the role’s': withGiven(({ byHand }) => ({
    pages: byHand.pages && [...PAGE_KEYS],
  })),
  'agency roles give nothing': changed(({ people, ...others }) => ({
    ...others,
    people: people.map((person) => ({ ...person, agencyRole: undefined })),
  })),
  'suspended members go on': changed(({ people, ...others }) => ({
    ...others,
    people: people.map((person) =>
      person.status === 'suspended' ? { ...person, status: 'active' as const } : person,
    ),
  })),
  'a program calls what it was not granted': asking((question) =>
    question.about === 'endpoint' && 'apiUserId' in question.asker
      ? { ...question, endpoint: question.asker.endpoints[0] ?? question.endpoint }
      : question,
  ),
  'the target’s folder is not looked at': asking((question) =>
    question.about === 'endpoint' ? { ...question, target: undefined } : question,
  ),
  'X-4 looks only at what is given': asking((question) =>
    question.about === 'delegation' ? { ...question, before: undefined } : question,
  ),
  'X-4 looks only at what is taken': asking((question) =>
    question.about === 'delegation' && question.before !== undefined
      ? { ...question, after: question.before, before: undefined }
      : question,
  ),
};
