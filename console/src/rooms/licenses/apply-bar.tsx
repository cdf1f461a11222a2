import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { SeatsPreview } from '../../api/billing.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import classes from './licenses.module.css';
import { LICENSES_WORDS } from './words.ts';

/** Of which kinds more seats are taken than would be left, and who has them. */
const Taken = ({ holders }: Pick<SeatsPreview, 'holders'>) => {
  const words = useWords(LICENSES_WORDS).change;
  const names = useRightNames();
  const { accountId } = useAccount();
  return holders.map(({ kind, taken, members }) => (
    <div key={kind}>
      <Text size="sm" c="red">
        {words.taken(names.license(kind), taken)}
      </Text>
      {members.length > 0 && (
        <Text size="sm">
          {`${words.takenBy} `}
          {members.map(({ userId, name }, index) => (
            <span key={userId}>
              {index > 0 && ', '}
              <Anchor component={Link} to={addressesIn(accountId).user(userId)} inherit underline="always">
                {name}
              </Anchor>
            </span>
          ))}
          .
        </Text>
      )}
    </div>
  ));
};

interface ApplyBarProps {
  readonly preview: SeatsPreview | undefined;
  readonly isPending: boolean;
  /** The preview is of other seats than those that are wanted now. */
  readonly isStale: boolean;
  readonly onApply: () => void;
  readonly onDiscard: () => void;
}

/** What the seats that are wanted would cost, before anything is bought (B-11). */
export const ApplyBar = ({ preview, isPending, isStale, onApply, onDiscard }: ApplyBarProps) => {
  const words = useWords(LICENSES_WORDS).change;
  const { money } = useFormats();
  const price = (cents: number) => money(cents, preview?.currency ?? 'USD');
  const difference = preview?.total.difference ?? 0;
  const told =
    difference === 0
      ? words.same
      : difference > 0
        ? words.more(price(difference))
        : words.less(price(-difference));
  return (
    <Paper
      withBorder
      shadow="md"
      p="md"
      className={classes.bar ?? ''}
      component="section"
      aria-label={words.title}
    >
      <Stack gap="xs">
        {preview !== undefined && <Taken holders={preview.holders} />}
        <div className={classes.barRow}>
          <div role="status" className={classes.number}>
            {preview !== undefined && (
              <>
                <Text fw={600}>{`${price(preview.total.before)} → ${price(preview.total.after)}`}</Text>
                <Text size="sm" c="dimmed">
                  {told}
                </Text>
              </>
            )}
          </div>
          <Group gap="xs">
            <Button variant="default" onClick={onDiscard}>
              {words.discard}
            </Button>
            <Button
              onClick={onApply}
              loading={isPending}
              disabled={preview === undefined || isStale || preview.faults.length > 0}
            >
              {words.apply}
            </Button>
          </Group>
        </div>
      </Stack>
    </Paper>
  );
};
