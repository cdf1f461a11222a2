import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useRightNames } from '../../api/right-names.ts';
import { useSeats } from '../../api/seats.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { OwnSeat } from '../licenses/own-seat.tsx';
import classes from './add-user.module.css';
import { LicenseNotice } from './license-notice.tsx';
import { ADD_USER_WORDS } from './words.ts';

/** Which seats are free, and both ways to another one (B-1…B-4, B-10), beside the form. */
export const SeatsAside = ({ kinds }: { kinds: readonly string[] }) => {
  const words = useWords(ADD_USER_WORDS).seats;
  const names = useRightNames();
  const { number } = useFormats();
  const { accountId, may } = useAccount();
  const { data: billing } = useSeats();
  if (billing === undefined) return null;
  // Of apps that the account does not have nobody needs to know.
  const shown = billing.kinds.filter(({ kind, purchased }) => purchased > 0 || kinds.includes(kind));
  const licenses = addressesIn(accountId).licenses;
  return (
    <aside className={classes.seats} aria-label={words.title}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {words.title}
        </Title>
        <dl className={classes.counts}>
          {shown.flatMap(({ kind, free, purchased }) => [
            <dt key={kind}>{names.license(kind)}</dt>,
            <dd key={`${kind} free`} data-none={free === 0 || undefined}>
              {words.free(number(free), number(purchased))}
            </dd>,
          ])}
        </dl>
        <LicenseNotice billing={billing} kinds={kinds} />
        <Text size="xs" c="dimmed">
          {words.about}
        </Text>
        {may('changeSeats') && (
          <Button component={Link} to={licenses} variant="default">
            {words.buy}
          </Button>
        )}
        <OwnSeat />
        {may('readBilling') && (
          <Anchor component={Link} to={licenses} size="sm">
            {words.read}
          </Anchor>
        )}
      </Stack>
    </aside>
  );
};
