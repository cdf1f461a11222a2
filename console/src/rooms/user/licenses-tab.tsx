import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useMemberLicenses } from '../../api/licenses.ts';
import { useSeatOf } from '../../api/member-seats.ts';
import type { Member } from '../../api/members.ts';
import { useSeats } from '../../api/seats.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { AgentFeatures } from './agent-features.tsx';
import { HELP_WORDS } from './help-words.ts';
import { SeatRow } from './seat-row.tsx';
import classes from './user.module.css';

/** Which licenses a member holds and waits for, and the way to give them more or fewer. */
export default function LicensesTab({ member }: { member: Member }) {
  const words = useWords(HELP_WORDS);
  const { accountId, may } = useAccount();
  const { dateTime } = useFormats();
  const { data, error, refetch } = useMemberLicenses(member.userId);
  const { data: seats } = useSeats();
  const seat = useSeatOf(member.userId);
  if (data === undefined) {
    return error === null ? <Loading /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  const kinds = (seats?.kinds ?? []).filter(({ kind }) => !data.licenses.some((held) => held.kind === kind));
  const isReactivated = may('reactivateMember') && member.status === 'deactivated';
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg">
        <Group justify="space-between" mb="xs">
          <Title order={2} fz="lg">
            {words.licenses}
          </Title>
          {may('readBilling') && (
            <Button component={Link} to={addressesIn(accountId).licenses} size="xs" variant="default">
              {words.buy}
            </Button>
          )}
        </Group>
        {data.waiting !== undefined && (
          <Text size="sm">{words.place(dateTime(data.waiting.since), data.waiting.ahead)}</Text>
        )}
        {isReactivated && (
          <Stack gap="xs" align="flex-start" my="sm">
            <Text size="sm">{words.reactivateText}</Text>
            <Button size="xs" loading={seat.isPending} onClick={() => seat.mutate({ does: 'reactivate' })}>
              {words.reactivate}
            </Button>
            {seat.error !== null && <ProblemNotice error={seat.error} />}
          </Stack>
        )}
        <ul className={classes.seats}>
          {data.licenses.map((license) => (
            <SeatRow key={license.kind} member={member} license={license} />
          ))}
          {kinds.map(({ kind, name, help, mode }) => (
            <SeatRow key={kind} member={member} license={{ kind, name, help, mode }} />
          ))}
        </ul>
      </Paper>
      {may('previewAgentFeatures') && (
        <Paper withBorder p="lg">
          <AgentFeatures licenses={data} />
        </Paper>
      )}
    </Stack>
  );
}
