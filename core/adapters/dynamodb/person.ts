import { PERSONAL_FIELDS } from '../../domain/member.ts';
import { recordOf } from '../../domain/section-record.ts';
import type { MemberRecord, PersonalData, Stamp } from '../../usecases/ports.ts';
import { userKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

/** DynamoDB has words of its own, and `language` is one. */
const names = Object.fromEntries(PERSONAL_FIELDS.map((field) => [`#${field}`, field]));

const valuesOf = (person: PersonalData, prefix: string) =>
  Object.fromEntries(PERSONAL_FIELDS.map((field) => [`:${prefix}${field}`, person[field]]));

const equations = (prefix: string): readonly string[] =>
  PERSONAL_FIELDS.map((field) => `#${field} = :${prefix}${field}`);

/** What a member's profile says of the person, as far as it says anything, and their head. */
const personOf = ({ member, records }: MemberRecord, fallback: PersonalData): PersonalData => {
  const { firstName, lastName, email, loginId } = member;
  const { language } = recordOf(records, 'profile')?.data ?? fallback;
  return { firstName, lastName, email, loginId, language };
};

/** True of a member whose head and profile say what the person is called. */
export const isSaidBy = (found: MemberRecord, person: PersonalData): boolean => {
  const said = [personOf(found, person), recordOf(found.records, 'profile')?.data ?? person];
  return said.every((one) => PERSONAL_FIELDS.every((field) => one[field] === person[field]));
};

const isSameSignIn = (one: PersonalData, other: PersonalData): boolean =>
  one.email === other.email && one.loginId === other.loginId;

/**
 * Changes what a user is called, while they are called what the member is; and by what they sign in only while they are in
 * no other account, which would have them be somebody else. Tokens from before are refused then; of two sign-outs at once
 * the later counts.
 */
export const setPerson = (
  { table }: Store,
  before: MemberRecord,
  person: PersonalData,
  stamp: Stamp,
): Operation => {
  const was = personOf(before, person);
  const signsInAsBefore = isSameSignIn(was, person);
  return {
    Update: {
      TableName: table,
      Key: userKey(before.member.userId),
      UpdateExpression: [
        `SET ${equations('next').join(', ')}, changed = :stamp`,
        ...(signsInAsBefore ? [] : ['signedOutAt = :now']),
      ].join(', '),
      ConditionExpression: [
        ...equations('was'),
        ...(signsInAsBefore
          ? []
          : ['size(accountIds) = :alone', '(attribute_not_exists(signedOutAt) OR signedOutAt <= :now)']),
      ].join(' AND '),
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: {
        ...valuesOf(person, 'next'),
        ...valuesOf(was, 'was'),
        ...(signsInAsBefore ? {} : { ':alone': 1, ':now': stamp.at }),
        ':stamp': stamp,
      },
    },
  };
};

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
