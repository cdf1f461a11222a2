import { Badge, Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useSession } from '../../session/session-provider.tsx';
import { PairAuthenticator, type Pairing } from './pair-authenticator.tsx';
import { MY_SETTINGS_WORDS } from './words.ts';

const KEY = ['authenticator'];

/** A code from an app at every sign-in, besides the password. */
export const Authenticator = () => {
  const words = useWords(MY_SETTINGS_WORDS).authenticator;
  const { email } = useMe();
  const { session } = useSession();
  const queries = useQueryClient();
  const {
    data: isOn,
    error,
    refetch,
  } = useQuery({
    queryKey: KEY,
    queryFn: async () => (await session()).authenticator.isOn(),
  });
  const [pairing, setPairing] = useState<Pairing>();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  /** A deed of the sign-in service, which says nothing but that it failed. */
  const attempt = async (deed: () => Promise<void>): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    await deed().catch(setFailure);
    setPending(false);
  };
  const begin = () => attempt(async () => setPairing(await (await session()).authenticator.begin(email)));
  const turnOff = () =>
    attempt(async () => {
      await (await session()).authenticator.turnOff();
      queries.setQueryData(KEY, false);
      setAsking(false);
    });

  return (
    <Card title={words.title} about={words.about}>
      {isOn === undefined && error === null && <Loading />}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isOn !== undefined && pairing === undefined && (
        <Group gap="md" role="status">
          <Badge color={isOn ? 'brand' : 'gray'} variant="light">
            {isOn ? words.on : words.off}
          </Badge>
          <Button
            variant="default"
            loading={isPending && !isAsking}
            onClick={() => (isOn ? setAsking(true) : void begin())}
          >
            {isOn ? words.turnOff : words.begin}
          </Button>
        </Group>
      )}
      {failure !== undefined && !isAsking && <ProblemNotice error={failure} />}
      {pairing !== undefined && (
        <PairAuthenticator
          pairing={pairing}
          onPaired={() => {
            queries.setQueryData(KEY, true);
            setPairing(undefined);
          }}
          onCancel={() => setPairing(undefined)}
        />
      )}
      <Confirm
        opened={isAsking}
        title={words.turnOffTitle}
        action={words.turnOff}
        destructive
        isPending={isPending}
        error={failure}
        onConfirm={() => void turnOff()}
        onCancel={() => setAsking(false)}
      >
        {words.turnOffText}
      </Confirm>
    </Card>
  );
};
