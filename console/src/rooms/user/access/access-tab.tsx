import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../../api/account.tsx';
import { useAccess } from '../../../api/member-access.ts';
import type { Member } from '../../../api/members.ts';
import { useWords } from '../../../language/language-provider.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import classes from './access.module.css';
import { AccessFacts } from './access-facts.tsx';
import { AccessForm } from './access-form.tsx';
import { EndpointsTable, PagesTable, PermissionsTable } from './rights-table.tsx';
import { ACCESS_WORDS } from './words.ts';

/** What a member may do, and where each part of it comes from; to change, for who may. */
export default function AccessTab({ member }: { member: Member }) {
  const words = useWords(ACCESS_WORDS);
  const { may } = useAccount();
  const [mode, setMode] = useState<'reading' | 'changing' | 'saved'>('reading');
  const { data, error, refetch } = useAccess(member.userId);
  if (data === undefined) {
    return error === null ? <Loading /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  const access = data.body;
  if (mode === 'changing') {
    return (
      <AccessForm
        member={member}
        current={data}
        onDone={(isSaved) => setMode(isSaved ? 'saved' : 'reading')}
      />
    );
  }
  const mayChange = may('changeMemberAccess') && may('previewMemberAccess');
  return (
    <Stack gap="lg">
      {mode === 'saved' && (
        <Alert color="brand" role="status">
          {words.saved}
        </Alert>
      )}
      {access.warnings.map(({ code, detail }) => (
        <Alert key={`${code} ${detail}`} color="yellow" icon={<TriangleAlert />}>
          {words.warnings[code]}
        </Alert>
      ))}
      <Paper withBorder p="lg">
        <Group justify="space-between" mb="md">
          <Title order={2} fz="lg">
            {words.title}
          </Title>
          {mayChange && (
            <Button size="xs" variant="default" onClick={() => setMode('changing')}>
              {words.change}
            </Button>
          )}
        </Group>
        <AccessFacts access={access} />
      </Paper>
      <div className={classes.tables}>
        <Paper withBorder p="lg">
          <Title order={2} fz="lg" mb="sm">
            {words.permissions}
          </Title>
          <PermissionsTable access={access} />
        </Paper>
        <Paper withBorder p="lg">
          <Title order={2} fz="lg" mb="sm">
            {words.pages}
          </Title>
          <PagesTable access={access} />
        </Paper>
      </div>
      {access.endpoints.length > 0 && (
        <Paper withBorder p="lg" component="details">
          <summary className={classes.summary}>{words.endpoints(access.endpoints.length)}</summary>
          <EndpointsTable access={access} />
        </Paper>
      )}
    </Stack>
  );
}
