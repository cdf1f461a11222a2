import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Hourglass, Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { memberQuery } from '../../api/members.ts';
import type { Run } from '../../api/onboardings.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Discard } from './discard.tsx';
import classes from './run.module.css';
import { RUN_WORDS } from './words.ts';

const News = ({ run }: { run: Run }) => {
  const words = useWords(RUN_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const { accountId, may } = useAccount();
  const { name, status, outcome, waitingFor = [] } = run;
  if (status === 'discarding' || status === 'discarded')
    return (
      <Alert color="gray" icon={<Undo2 />}>
        {status === 'discarded' ? words.isDiscarded : words.isDiscarding}
      </Alert>
    );
  const isActive = outcome === 'active';
  return (
    <>
      {status === 'offered' && (
        <Alert color="blue" icon={<Hourglass />}>
          {words.isOffered(name)}
        </Alert>
      )}
      {status === 'done' && (
        <Alert color={isActive ? 'brand' : 'yellow'} icon={isActive ? <CircleCheck /> : <Hourglass />}>
          {isActive ? words.isActive(name) : words.isDeactivated(name)}
        </Alert>
      )}
      {waitingFor.length > 0 && (
        <Stack gap="xs" align="flex-start">
          <Text>{words.waiting(list(waitingFor.map(names.license)))}</Text>
          {may('changeSeats') && (
            <Button component={Link} to={addressesIn(accountId).licenses} variant="default">
              {words.buy}
            </Button>
          )}
        </Stack>
      )}
    </>
  );
};

/** How a run has ended, and what one does then. */
export const WhatNext = ({ run }: { run: Run }) => {
  const words = useWords(RUN_WORDS);
  const account = useAccount();
  const { userId, status } = run;
  const rooms = addressesIn(account.accountId);
  const isThere = status === 'done' || status === 'offered';
  const member = useQuery({
    ...memberQuery(account, userId),
    enabled: status === 'done' && account.may('readMember'),
  }).data?.body;
  return (
    <Stack className={classes.card ?? ''}>
      <News run={run} />
      {member?.invitedAt !== undefined && <Text>{words.invited(member.email)}</Text>}
      <Group gap="xs">
        {isThere && account.may('readMember') && (
          <Button component={Link} to={rooms.user(userId)}>
            {words.openProfile}
          </Button>
        )}
        <Button component={Link} to={rooms.addUser} variant="default">
          {words.addAnother}
        </Button>
        {status === 'offered' && <Discard run={run} />}
      </Group>
    </Stack>
  );
};
