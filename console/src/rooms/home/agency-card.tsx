import { Paper, Text, Title } from '@mantine/core';
import type { Me } from '../../api/me.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './home.module.css';
import { HOME_WORDS } from './words.ts';

/** The agency that one works for, with the accounts that it lets one reach. */
export const AgencyCard = ({ agency }: { agency: NonNullable<Me['agency']> }) => {
  const words = useWords(HOME_WORDS);
  const names = useRightNames();
  return (
    <section className={classes.section}>
      <Title order={2} className={classes.heading ?? ''}>
        {words.agency.title}
      </Title>
      <Paper withBorder p="lg" className={classes.card ?? ''}>
        <Title order={3} size="h5">
          {agency.name}
        </Title>
        <dl className={classes.facts}>
          <dt>{words.role}</dt>
          <dd>{names.role(agency)}</dd>
        </dl>
        <div>
          <Text size="sm">{words.agency.accounts}</Text>
          <ul className={classes.names}>
            {agency.accounts.map(({ accountId, name }) => (
              <li key={accountId}>{name}</li>
            ))}
          </ul>
        </div>
      </Paper>
    </section>
  );
};
