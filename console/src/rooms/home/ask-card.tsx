import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { useAnswerExtraProfile } from '../../api/extra-profile.ts';
import { useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import classes from './home.module.css';
import { HOME_WORDS } from './words.ts';

/** Administrators are asked about themselves until they answer, or do not want to be asked (E-23). */
export const AskCard = () => {
  const words = useWords(HOME_WORDS).ask;
  const answer = useAnswerExtraProfile();
  return (
    <Paper withBorder p="lg" component="section" className={classes.card ?? ''}>
      <Title order={2} className={classes.heading ?? ''}>
        {words.title}
      </Title>
      <Text>{words.text}</Text>
      {answer.error !== null && <ProblemNotice error={answer.error} />}
      <Group gap="xs">
        <Button component={Link} to={ADDRESSES.aboutYou} size="xs" variant="default">
          {words.answer}
        </Button>
        <Button size="xs" variant="subtle" loading={answer.isPending} onClick={() => answer.mutate({})}>
          {words.skip}
        </Button>
      </Group>
    </Paper>
  );
};
