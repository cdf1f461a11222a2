import { recordOf } from '../../domain/section-record.ts';
import type { MemberRecord, PersonalData, Stamp } from '../../usecases/ports.ts';
import { userKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

const FIELDS = ['firstName', 'lastName', 'email', 'loginId', 'language'] as const;

/** DynamoDB has words of its own, and `language` is one. */
const names = Object.fromEntries(FIELDS.map((field) => [`#${field}`, field]));

const valuesOf = (person: PersonalData, prefix: string) =>
  Object.fromEntries(FIELDS.map((field) => [`:${prefix}${field}`, person[field]]));

const equations = (prefix: string): readonly string[] =>
  FIELDS.map((field) => `#${field} = :${prefix}${field}`);

/** What a member's head and profile say of the person. */
export const personOf = ({ member, records }: MemberRecord): PersonalData => {
  const { firstName, lastName, email, loginId } = member;
  const language = recordOf(records, 'profile')?.data?.language ?? '';
  return { firstName, lastName, email, loginId, language };
};

export const isSamePerson = (one: PersonalData, other: PersonalData): boolean =>
  FIELDS.every((field) => one[field] === other[field]);

/** Changes what a user is called, while they are called what the member is. */
export const setPerson = (
  { table }: Store,
  before: MemberRecord,
  person: PersonalData,
  stamp: Stamp,
): Operation => ({
  Update: {
    TableName: table,
    Key: userKey(before.member.userId),
    UpdateExpression: `SET ${equations('next').join(', ')}, changed = :stamp`,
    ConditionExpression: equations('was').join(' AND '),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: {
      ...valuesOf(person, 'next'),
      ...valuesOf(personOf(before), 'was'),
      ':stamp': stamp,
    },
  },
});

/** The check that the user is called just this. */
export const isCalled = ({ table }: Store, userId: string, person: PersonalData): Operation => ({
  ConditionCheck: {
    TableName: table,
    Key: userKey(userId),
    ConditionExpression: equations('is').join(' AND '),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: valuesOf(person, 'is'),
  },
});
