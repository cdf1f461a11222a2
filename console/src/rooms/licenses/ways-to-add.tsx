import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { Billing } from '../../api/billing.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './licenses.module.css';
import { OwnSeat } from './own-seat.tsx';
import { LICENSES_WORDS } from './words.ts';

/** Explains licensing, and both ways to a seat for one more user (B-1…B-4, B-10, B-13). */
export const WaysToAdd = ({ licensePolicy }: Pick<Billing, 'licensePolicy'>) => {
  const words = useWords(LICENSES_WORDS);
  const { accountId, may } = useAccount();
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {words.how.title}
      </Title>
      <Text>{words.how.text}</Text>
      {may('startOnboarding') && (
        <>
          <Title order={3} size="h5">
            {words.how.ways}
          </Title>
          <div className={classes.ways}>
            <Paper withBorder p="md" className={classes.way ?? ''}>
              <Title order={4} size="h6">
                {words.own.title}
              </Title>
              <Text size="sm">{`${words.own.text} ${words.own.text2}`}</Text>
              <OwnSeat />
            </Paper>
            <Paper withBorder p="md" className={classes.way ?? ''}>
              <Title order={4} size="h6">
                {words.buy.title}
              </Title>
              <Text size="sm">{words.buy.text}</Text>
              <Anchor href="#seats" size="sm">
                {words.kinds}
              </Anchor>
            </Paper>
          </div>
          <Text size="sm">
            {words.how.order} {words.how[licensePolicy]}{' '}
            <Anchor component={Link} to={addressesIn(accountId).addUser} inherit underline="always">
              {words.addUser}
            </Anchor>
          </Text>
        </>
      )}
    </Stack>
  );
};
