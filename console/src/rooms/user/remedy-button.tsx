import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { Remedy } from '../../api/diagnosis.ts';
import { useSwitchAgentFeatures } from '../../api/licenses.ts';
import { useSeatOf } from '../../api/member-seats.ts';
import { type Act, type Member, useActOnMember } from '../../api/members.ts';
import { useLanguage, useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { HELP_WORDS } from './help-words.ts';

interface RemedyButtonProps {
  readonly member: Member;
  readonly remedy: Remedy;
  readonly isUrgent: boolean;
}

/** What is done to the member at a click; all else is done where there is more to choose. */
const ACTS: Readonly<Partial<Record<Remedy['operationId'], Act>>> = {
  restoreMember: 'restore',
  inviteMember: 'invitation',
  resetMemberPassword: 'password-reset',
};

/** Of these there is no more to say than their button does. */
const SAID_BY_BUTTON: readonly Remedy['operationId'][] = [
  'restoreMember',
  'reactivateMember',
  'readOnboarding',
  'readMemberCompleteness',
];

/** What is left to choose stands in braces. */
const isDecided = ({ path }: Remedy): boolean => !path.includes('{');

const useDeed = (member: Member, remedy: Remedy) => {
  const { userId } = member;
  const act = useActOnMember(userId);
  const seat = useSeatOf(userId);
  const features = useSwitchAgentFeatures(userId);
  const simple = ACTS[remedy.operationId];
  if (!isDecided(remedy)) return undefined;
  if (simple !== undefined) return { ...act, start: () => act.mutate(simple) };
  if (remedy.operationId === 'reactivateMember')
    return { ...seat, start: () => seat.mutate({ does: 'reactivate' }) };
  if (remedy.operationId === 'switchAgentFeatures')
    return { ...features, start: () => features.mutate(true) };
  return undefined;
};

const usePlace = ({ userId, onboardedBy }: Member, { operationId }: Remedy): string | undefined => {
  const { accountId, may } = useAccount();
  const rooms = addressesIn(accountId);
  const user = rooms.user(userId);
  switch (operationId) {
    case 'readOnboarding':
    case 'resumeOnboarding':
    case 'discardOnboarding':
      return onboardedBy === undefined || !may('readOnboarding') ? undefined : rooms.run(onboardedBy);
    case 'changeSeats':
    case 'readBilling':
    case 'takeBackLicense':
    case 'switchAgentFeatures':
    case 'listSessions':
    case 'signOutMember':
      return may('readBilling') ? rooms.licenses : undefined;
    case 'assignLicense':
      return may(operationId) ? `${user}?tab=licenses` : undefined;
    case 'changeMemberAccess':
      return may(operationId) ? `${user}?tab=access` : undefined;
    case 'readMember':
    case 'readMemberCompleteness':
      return user;
    default:
      return undefined;
  }
};

/** Something that mends what stands in somebody's way, as a button that does it, or leads to where it is done. */
export const RemedyButton = ({ member, remedy, isUrgent }: RemedyButtonProps) => {
  const { mend } = useWords(HELP_WORDS);
  const { language } = useLanguage();
  const deed = useDeed(member, remedy);
  const place = usePlace(member, remedy);
  const { membership } = useAccount();
  const endpoints: readonly string[] = membership.endpoints;
  const isOthers = remedy.operationId === 'switchAgentFeatures' && !isDecided(remedy);
  const label = (isOthers ? mend.switchOthers : mend[remedy.operationId]) ?? remedy.detail;
  const isDone = deed !== undefined && endpoints.includes(remedy.operationId);
  const hasButton = isDone || (deed === undefined && place !== undefined);
  // The API says what else there is to say in English.
  const more = language === 'en' ? remedy.detail : label;
  const isSaid = hasButton && (more === label || SAID_BY_BUTTON.includes(remedy.operationId));
  return (
    <Group gap="sm">
      {isDone && (
        <Button
          size="xs"
          variant={isUrgent ? 'filled' : 'default'}
          loading={deed.isPending}
          onClick={deed.start}
        >
          {label}
        </Button>
      )}
      {deed === undefined && place !== undefined && (
        <Button size="xs" variant="default" component={Link} to={place}>
          {label}
        </Button>
      )}
      {!isSaid && (
        <Text size="sm" c="dimmed">
          {more}
        </Text>
      )}
      {deed?.error != null && <ProblemNotice error={deed.error} />}
    </Group>
  );
};
