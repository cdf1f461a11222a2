import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { type Offer, useAnswerOffer } from '../../api/me.ts';
import { isProblem } from '../../api/problem.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import classes from './home.module.css';
import { OFFER_WORDS } from './offer-words.ts';

interface OffersProps {
  readonly offers: readonly Offer[];
  readonly onAnswered: (news: string) => void;
}

/** Access that other accounts offer, to be accepted or declined. */
export const Offers = ({ offers, onAnswered }: OffersProps) => {
  const words = useWords(OFFER_WORDS);
  const names = useRightNames();
  const formats = useFormats();
  const answer = useAnswerOffer();
  const give = ({ accountId, accountName }: Offer, how: 'accept' | 'decline'): void => {
    // Whoever has accepted cannot decline while that is under way.
    if (answer.isPending) return;
    const told = how === 'accept' ? words.accepted : words.declined;
    answer.mutate({ accountId, answer: how }, { onSuccess: () => onAnswered(told(accountName)) });
  };
  const isUnderWay = ({ accountId }: Offer, how: 'accept' | 'decline'): boolean =>
    answer.isPending && answer.variables.accountId === accountId && answer.variables.answer === how;
  const isOver = isProblem(answer.error, 'no-offer');
  return (
    <>
      {isOver && (
        <Text role="alert" fw={600}>
          {words.over}
        </Text>
      )}
      {answer.error !== null && !isOver && <ProblemNotice error={answer.error} />}
      {offers.length > 0 && (
        <section className={classes.section}>
          <Title order={2} className={classes.heading ?? ''}>
            {words.title}
          </Title>
          {offers.map((offer) => (
            <Paper key={offer.accountId} withBorder p="lg" component="section" className={classes.card ?? ''}>
              <Title order={3} size="h5">
                {offer.accountName}
              </Title>
              <div>
                <Text>{words.offer(names.role(offer))}</Text>
                {offer.expiresAt !== undefined && (
                  <Text size="sm" c="dimmed">
                    {words.expires(formats.date(offer.expiresAt))}
                  </Text>
                )}
              </div>
              <Group gap="xs">
                <Button loading={isUnderWay(offer, 'accept')} onClick={() => give(offer, 'accept')}>
                  {words.accept}
                </Button>
                <Button
                  variant="default"
                  loading={isUnderWay(offer, 'decline')}
                  onClick={() => give(offer, 'decline')}
                >
                  {words.decline}
                </Button>
              </Group>
            </Paper>
          ))}
        </section>
      )}
    </>
  );
};
