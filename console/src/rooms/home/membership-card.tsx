import { Badge, Button, Paper, Text, Title } from '@mantine/core';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { ME_KEY, type Membership } from '../../api/me.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './home.module.css';
import { HOME_WORDS } from './words.ts';

interface MembershipCardProps {
  readonly membership: Membership;
  readonly isCurrent: boolean;
  readonly isOnly: boolean;
}

const COLOURS = { active: 'brand', onboarding: 'blue', deactivated: 'gray', suspended: 'red' } as const;

/** What a status means that lets nobody in, and a way to see whether it still holds. */
const NotIn = ({ status }: { status: Exclude<Membership['status'], 'active'> }) => {
  const words = useWords(HOME_WORDS);
  const queries = useQueryClient();
  const isLooking = useIsFetching({ queryKey: ME_KEY }) > 0;
  return (
    <>
      <Text>{words.statusMeaning[status]}</Text>
      <div>
        <Button
          size="xs"
          variant="default"
          loading={isLooking}
          onClick={() => void queries.invalidateQueries({ queryKey: ME_KEY })}
        >
          {words.lookAgain}
        </Button>
      </div>
    </>
  );
};

/** So many permissions are read at once; an administrator has dozens. */
const FEW = 12;

/** What one may do there: permissions by name, pages, and whose data one sees. */
const Rights = ({ permissions, pages }: Membership) => {
  const words = useWords(HOME_WORDS);
  const names = useRightNames();
  return (
    <>
      {permissions.length === 0 ? (
        <Text>{words.mayDoNothing}</Text>
      ) : (
        <details open={permissions.length <= FEW}>
          <summary>{words.mayDo(permissions.length)}</summary>
          <ul className={classes.names}>
            {permissions.map((permission) => (
              <li key={permission}>{names.permission(permission)}</li>
            ))}
          </ul>
        </details>
      )}
      {pages.length === 0 ? (
        <Text>{words.noPages}</Text>
      ) : (
        <details>
          <summary>{words.pages(pages.length)}</summary>
          <ul className={classes.names}>
            {pages.map((page) => (
              <li key={page}>{names.page(page)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

/** One account: one's status and role there, what one may do, and whose data one sees. */
export const MembershipCard = ({ membership, isCurrent, isOnly }: MembershipCardProps) => {
  const { accountId, accountName, status, dataViewLevel } = membership;
  const words = useWords(HOME_WORDS);
  const names = useRightNames();
  const heading = useId();
  const role = names.role(membership);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={heading} className={classes.card ?? ''}>
      <div className={classes.head}>
        <Title order={3} size="h5" id={heading}>
          {accountName}
        </Title>
        <Badge variant="light" color={COLOURS[status]}>
          {words.status[status]}
        </Badge>
        {isCurrent && !isOnly && (
          <Text span size="sm" c="dimmed">
            {words.here}
          </Text>
        )}
        {!isCurrent && status === 'active' && (
          <Button
            component={Link}
            to={addressesIn(accountId).home}
            size="xs"
            variant="default"
            aria-label={words.goThereOf(accountName)}
          >
            {words.goThere}
          </Button>
        )}
      </div>
      <dl className={classes.facts}>
        {role !== undefined && (
          <>
            <dt>{words.role}</dt>
            <dd>{role}</dd>
          </>
        )}
        {status === 'active' && (
          <>
            <dt>{words.dataView}</dt>
            <dd>{words.dataViewLevels[dataViewLevel]}</dd>
          </>
        )}
      </dl>
      {status === 'active' ? <Rights {...membership} /> : <NotIn status={status} />}
    </Paper>
  );
};
