import { Text, Title } from '@mantine/core';
import type { Membership } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './home.module.css';
import { MembershipCard } from './membership-card.tsx';
import { HOME_WORDS } from './words.ts';

interface AccountsProps {
  readonly memberships: readonly Membership[];
  /** The one that one is in. */
  readonly current: Membership | undefined;
}

/** Every account of whoever is in, and what they are there. */
export const Accounts = ({ memberships, current }: AccountsProps) => {
  const words = useWords(HOME_WORDS);
  return (
    <section className={classes.section}>
      <Title order={2} className={classes.heading ?? ''}>
        {words.accounts}
      </Title>
      {memberships.length === 0 && <Text>{words.noAccounts}</Text>}
      {memberships.map((membership) => (
        <MembershipCard
          key={membership.accountId}
          membership={membership}
          isCurrent={membership.accountId === current?.accountId}
          isOnly={memberships.length === 1}
        />
      ))}
    </section>
  );
};
