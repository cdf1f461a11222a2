import { Badge, Text } from '@mantine/core';
import type { MemberSummary } from '../api/members.ts';
import type { Words } from '../language/language.ts';
import { useWords } from '../language/language-provider.tsx';
import classes from './member-status.module.css';

type Status = MemberSummary['status'];
type Reason = NonNullable<MemberSummary['deactivationReason']>;

interface StatusWords {
  readonly statuses: Readonly<Record<Status, string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
}

export const STATUS_WORDS: Words<StatusWords> = {
  en: {
    statuses: {
      onboarding: 'Being set up',
      active: 'Active',
      deactivated: 'Deactivated',
      suspended: 'Suspended',
    },
    reasons: { 'no-license': 'no license was free', 'license-taken-back': 'license taken back' },
  },
  es: {
    statuses: {
      onboarding: 'En preparación',
      active: 'Activo',
      deactivated: 'Desactivado',
      suspended: 'Suspendido',
    },
    reasons: { 'no-license': 'no había licencia libre', 'license-taken-back': 'licencia retirada' },
  },
};

interface MemberStatusProps {
  readonly status: Status;
  readonly reason?: Reason | undefined;
}

/** What a member is in the account, and, if they are deactivated, why. */
export const MemberStatus = ({ status, reason }: MemberStatusProps) => {
  const words = useWords(STATUS_WORDS);
  return (
    <div className={classes.status}>
      <Badge variant="default" leftSection={<span className={classes.dot} data-status={status} />}>
        {words.statuses[status]}
      </Badge>
      {reason !== undefined && (
        <Text span size="xs" c="dimmed">
          {words.reasons[reason]}
        </Text>
      )}
    </div>
  );
};
