import { recordOf, type SectionRecord } from '../../domain/section-record.ts';

/**
 * That a section is as it was read. The version of the member's head does not tell it: a Query may see half of a
 * transaction, the head as it has become and a section as it was.
 */
export const isSectionAsRead = (before: readonly SectionRecord[], section: SectionRecord['section']) => {
  const was = recordOf(before, section);
  if (was === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return was.revision === undefined
    ? { ConditionExpression: 'attribute_not_exists(revision)' }
    : {
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: { ':revision': was.revision },
      };
};
