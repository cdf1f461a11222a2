import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { type Run, useDiscard } from '../../api/onboardings.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { RUN_WORDS } from './words.ts';

/** Undoes what a run did, once one has said so. */
export const Discard = ({ run }: { run: Run }) => {
  const words = useWords(RUN_WORDS);
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, error } = useDiscard(run.runId);
  const isOffer = run.status === 'offered';
  const action = isOffer ? words.withdraw : words.discard;
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {action}
      </Button>
      <Confirm
        opened={isAsked}
        title={isOffer ? words.withdrawTitle : words.discardTitle(run.name)}
        action={action}
        onConfirm={() => mutate(undefined, { onSuccess: () => setAsked(false) })}
        onCancel={() => setAsked(false)}
        isPending={isPending}
        error={error}
        destructive
      >
        <Text>{isOffer ? words.withdrawHelp : words.discardHelp}</Text>
      </Confirm>
    </>
  );
};
