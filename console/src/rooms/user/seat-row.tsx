import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import { useCatalogue } from '../../api/catalogue.ts';
import type { MemberLicenses } from '../../api/licenses.ts';
import { useSeatOf } from '../../api/member-seats.ts';
import type { Member } from '../../api/members.ts';
import { useRightHelp, useRightNames } from '../../api/right-names.ts';
import { useSeats } from '../../api/seats.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { HelpTip } from '../../parts/help-tip.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { HELP_WORDS } from './help-words.ts';
import classes from './user.module.css';

type License = MemberLicenses['licenses'][number];

interface SeatRowProps {
  readonly member: Member;
  /** Without a state it is not theirs. */
  readonly license: Omit<License, 'state'> & Partial<Pick<License, 'state'>>;
}

const BASE = 'lmp';

/** One license: whether a member has it, how many are free, and the way to assign it or take it back. */
export const SeatRow = ({ member, license }: SeatRowProps) => {
  const words = useWords(HELP_WORDS);
  const names = useRightNames();
  const helpOf = useRightHelp();
  const { may } = useAccount();
  const { licenses } = useCatalogue();
  const { data: seats } = useSeats();
  const seat = useSeatOf(member.userId);
  const [isAsking, setAsking] = useState(false);
  const { kind, state, help } = license;
  const name = names.license(kind);
  const pool = seats?.kinds.find((one) => one.kind === kind);
  // Those of apps come with the app.
  const isAssignable = licenses.some((facts) => facts.kind === kind && facts.app === undefined);
  const person = `${member.firstName} ${member.lastName}`;
  return (
    <li className={classes.seat}>
      <div>
        <Group gap={4}>
          <Text fw={500}>{name}</Text>
          <HelpTip name={name} text={helpOf('licenses', kind, help)} />
        </Group>
        <Group gap="xs">
          <Badge variant={state === 'held' ? 'outline' : 'default'} tt="none" fw={500}>
            {state === undefined ? words.none : words.states[state]}
          </Badge>
          {pool !== undefined && (
            <Text size="sm" c="dimmed">
              {words.free(pool.free, pool.purchased)}
            </Text>
          )}
        </Group>
      </div>
      {isAssignable && state === undefined && may('assignLicense') && (
        <Button
          size="xs"
          variant="default"
          loading={seat.isPending}
          aria-label={words.assign(name)}
          onClick={() => seat.mutate({ does: 'assign', kind })}
        >
          {words.assignIt}
        </Button>
      )}
      {isAssignable && state !== undefined && state !== 'given-back' && may('takeBackLicense') && (
        <Button size="xs" variant="default" aria-label={words.takeBack(name)} onClick={() => setAsking(true)}>
          {words.takeItBack}
        </Button>
      )}
      {seat.error !== null && !isAsking && <ProblemNotice error={seat.error} />}
      <Confirm
        opened={isAsking}
        title={words.takeBack(name)}
        action={words.takeBack(name)}
        destructive={kind === BASE}
        isPending={seat.isPending}
        error={seat.error}
        onCancel={() => setAsking(false)}
        onConfirm={() => seat.mutate({ does: 'take-back', kind }, { onSuccess: () => setAsking(false) })}
      >
        <Text>{kind === BASE ? words.takeBackBase(person) : words.takeBackText(person, name)}</Text>
      </Confirm>
    </li>
  );
};
