import { Anchor, Badge, Group, Paper, Progress, Text, Title } from '@mantine/core';
import type { BillingKind } from '../../api/billing.ts';
import { useRightHelp, useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Facts } from '../../parts/facts.tsx';
import { HelpTip } from '../../parts/help-tip.tsx';
import classes from './licenses.module.css';
import { SeatSlider } from './seat-slider.tsx';
import { LICENSES_WORDS } from './words.ts';

interface KindCardProps {
  readonly kind: BillingKind;
  readonly currency: string;
  readonly seats: number;
  /** Absent for who may only look (D-18). */
  readonly onChange?: ((seats: number) => void) | undefined;
  readonly onWho?: (() => void) | undefined;
  readonly fault?: string | undefined;
}

/** One kind of license: what is owned, used and free, what it costs, and how many are to be owned. */
export const KindCard = ({ kind, currency, seats, onChange, onWho, fault }: KindCardProps) => {
  const words = useWords(LICENSES_WORDS);
  const names = useRightNames();
  const helpOf = useRightHelp();
  const { number, money } = useFormats();
  const name = names.license(kind.kind);
  const used = kind.assigned + kind.inUse;
  const mode = kind.mode === 'named' ? words.how.named : words.how.concurrent;
  return (
    <Paper withBorder p="md" component="section" aria-label={name} className={classes.kind ?? ''}>
      <Group gap="xs" justify="space-between">
        <Group gap={4} wrap="nowrap">
          <Title order={3} size="h5">
            {name}
          </Title>
          <HelpTip name={name} text={`${helpOf('licenses', kind.kind, kind.help)} ${mode}`} />
        </Group>
        {kind.waiting > 0 && (
          <Badge color="gray" variant="light">
            {words.waiting(kind.waiting)}
          </Badge>
        )}
      </Group>
      <Facts
        as="figures"
        facts={[
          [words.owned, number(kind.purchased)],
          [words.used, number(used)],
          [words.free, number(kind.free)],
        ]}
      />
      <Progress
        value={kind.purchased === 0 ? 0 : (used / kind.purchased) * 100}
        size="sm"
        color={kind.free === 0 && kind.purchased > 0 ? 'yellow' : 'var(--mantine-color-dimmed)'}
        aria-label={words.usedOf(used, kind.purchased)}
      />
      {onChange !== undefined && (
        <SeatSlider kind={kind} name={name} seats={seats} onChange={onChange} error={fault} />
      )}
      {fault !== undefined && (
        <Text size="sm" c="red" role="alert">
          {fault}
        </Text>
      )}
      <div className={classes.foot}>
        <Text size="sm" c="dimmed">
          <span>{words.perSeat(money(kind.monthlyPrice, currency))}</span>
          {kind.purchased > 0 && (
            <>
              {' · '}
              <span>{words.aMonth(money(kind.monthlyCost, currency))}</span>
            </>
          )}
        </Text>
        {onWho !== undefined && (
          <Anchor component="button" type="button" size="sm" onClick={onWho} aria-label={words.whoOf(name)}>
            {words.who}
          </Anchor>
        )}
      </div>
    </Paper>
  );
};
