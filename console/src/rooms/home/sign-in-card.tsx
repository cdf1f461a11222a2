import { Button, Paper, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../api/api-provider.tsx';
import type { Me } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useLeave } from '../../shell/use-leave.ts';
import classes from './home.module.css';
import { HOME_WORDS } from './words.ts';

/** What one signs in with, and the way out of every device. */
export const SignInCard = ({ me }: { me: Me }) => {
  const words = useWords(HOME_WORDS).signIn;
  const api = useApi();
  const leave = useLeave();
  const signOut = useMutation({
    mutationFn: async () => {
      await api.POST('/v1/me/sign-out', { params: { path: {} } });
      await leave('signed-out-everywhere');
    },
  });
  return (
    <Paper withBorder p="lg" component="section" className={classes.card ?? ''}>
      <Title order={2} className={classes.heading ?? ''}>
        {words.title}
      </Title>
      <dl className={classes.facts} data-stacked>
        <dt>{words.email}</dt>
        <dd>{me.email}</dd>
        {me.acceptedAt !== undefined && (
          <>
            <dt>{words.loginId}</dt>
            <dd>{me.loginId}</dd>
          </>
        )}
      </dl>
      {signOut.error !== null && <ProblemNotice error={signOut.error} />}
      <div>
        <Button size="xs" variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {words.everywhere}
        </Button>
        <Text size="sm" c="dimmed" mt="xs">
          {words.everywhereMeans}
        </Text>
      </div>
    </Paper>
  );
};
