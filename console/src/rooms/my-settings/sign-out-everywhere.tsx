import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api/api-provider.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { useLeave } from '../../shell/use-leave.ts';
import { MY_SETTINGS_WORDS } from './words.ts';

/** Ends every session of the person's, this one too. */
export const SignOutEverywhere = () => {
  const { everywhere: words } = useWords(MY_SETTINGS_WORDS);
  const api = useApi();
  const leave = useLeave();
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => api.POST('/v1/me/sign-out', { params: { path: {} } }),
    onSuccess: () => leave('signed-out-everywhere'),
  });
  return (
    <Card title={words.title} about={words.about}>
      <div>
        <Button
          variant="default"
          onClick={() => {
            reset();
            setAsking(true);
          }}
        >
          {words.action}
        </Button>
      </div>
      <Confirm
        opened={isAsking}
        title={words.confirm}
        action={words.action}
        isPending={isPending}
        error={error}
        onConfirm={() => mutate()}
        onCancel={() => setAsking(false)}
      >
        <Text>{words.text}</Text>
      </Confirm>
    </Card>
  );
};
