import { Stack } from '@mantine/core';
import { useMember } from '../api/members.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Part } from './member-part.tsx';
import { MEMBER_PARTS, type MemberPart } from './member-parts.ts';
import { OwnerContext } from './owner-context.ts';
import { useSettings } from './settings.ts';

interface MemberSectionsProps {
  readonly userId: string;
  /** Which parts, in this order; all of them, unless told. */
  readonly parts?: readonly MemberPart[];
}

/**
 * The profile of a member of the account that one is in: to read, and each part to edit as far as one may. It is the same
 * for oneself and for whoever manages one.
 */
export const MemberSections = ({ userId, parts = MEMBER_PARTS }: MemberSectionsProps) => {
  const member = useMember(userId);
  const settings = useSettings();
  const error = member.error ?? settings.error;
  if (member.data !== undefined && settings.data !== undefined) {
    const { body } = member.data;
    const table = settings.data;
    return (
      <OwnerContext value={userId}>
        <Stack gap="lg">
          {parts.map((part) => (
            <Part key={part} part={part} member={body} settings={table} />
          ))}
        </Stack>
      </OwnerContext>
    );
  }
  if (error === null) return <Loading />;
  return (
    <ProblemNotice
      error={error}
      onRetry={() => {
        void member.refetch();
        void settings.refetch();
      }}
    />
  );
};
