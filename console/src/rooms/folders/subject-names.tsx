import { useQueries } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useAccount } from '../../api/account.tsx';
import { useGroups } from '../../api/groups.ts';
import { memberQuery } from '../../api/members.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useRoles } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import { FOLDERS_WORDS } from './words.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Roles and access-control groups that an access list can name. */
export const useSubjectChoices = (): readonly Choice[] => {
  const names = useRightNames();
  const { data: roles = [] } = useRoles();
  const { data: groups = [] } = useGroups();
  return [
    ...roles.map(({ role, name }) => ({ value: role, label: names.role({ role, roleName: name }) ?? name })),
    ...groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
  ];
};

const isUser = (subject: string): boolean => subject.startsWith('usr_');

/** What whoever is on an access list is called; by their id, if one may not know. */
export const useSubjectName = (subjects: readonly string[]): ((subject: string) => string) => {
  const account = useAccount();
  const choices = useSubjectChoices();
  const users = subjects.filter(isUser);
  const people = useQueries({
    queries: users.map((userId) => ({
      ...memberQuery(account, userId),
      enabled: account.may('readMember'),
    })),
  });
  return (subject) => {
    const person = people[users.indexOf(subject)]?.data?.body;
    if (person !== undefined) return `${person.firstName} ${person.lastName}`;
    return choices.find(({ value }) => value === subject)?.label ?? subject;
  };
};

/** Whom an access list names. */
export const SubjectNames = ({ subjects }: { subjects: readonly string[] }) => {
  const words = useWords(FOLDERS_WORDS);
  const nameOf = useSubjectName(subjects);
  if (subjects.length === 0) return words.nobody;
  return subjects.map((subject, index) => (
    <Fragment key={subject}>
      {index > 0 && ', '}
      {nameOf(subject)}
    </Fragment>
  ));
};
