import { Anchor, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../language/language-provider.tsx';
import type { Refusal } from '../../session/refusal.ts';
import { useSession } from '../../session/session-provider.tsx';
import classes from './my-settings.module.css';
import { MY_SETTINGS_WORDS } from './words.ts';

/** What the app has to know. */
export interface Pairing {
  readonly secret: string;
  readonly address: string;
}

interface PairAuthenticatorProps {
  readonly pairing: Pairing;
  readonly onPaired: () => void;
  readonly onCancel: () => void;
}

const CODE = /^\d{6}$/;

/** In groups of four, as people type it. */
const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** The app is told the secret, and tells a code that proves it. */
export const PairAuthenticator = ({ pairing, onPaired, onCancel }: PairAuthenticatorProps) => {
  const { authenticator: words, refusals } = useWords(MY_SETTINGS_WORDS);
  const { session } = useSession();
  const [code, setCode] = useState('');
  const [state, setState] = useState<'idle' | 'pending' | 'missing' | Refusal>('idle');

  const submit = async (): Promise<void> => {
    if (!CODE.test(code)) return setState('missing');
    setState('pending');
    const outcome = await (await session()).authenticator.finish(code);
    if (outcome === 'on') return onPaired();
    setState(outcome);
  };

  const fault = (): string | undefined => {
    switch (state) {
      case 'idle':
      case 'pending':
        return undefined;
      case 'missing':
        return words.codeMissing;
      case 'too-many-attempts':
      case 'unreachable':
        return refusals[state];
      default:
        return words.codeWrong;
    }
  };

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch(() => setState('unreachable'));
      }}
    >
      <Stack gap="md">
        <ol className={classes.steps}>
          <li>
            <Text>{words.stepApp}</Text>
            <Anchor href={pairing.address}>{words.open}</Anchor>
          </li>
          <li>
            <Text>{words.stepSecret}</Text>
            <Code className={classes.secret ?? ''} mt="xs">
              {grouped(pairing.secret)}
            </Code>
          </li>
          <li>
            <TextInput
              label={words.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value.replaceAll(/\D/g, ''))}
              error={fault()}
              autoFocus
            />
          </li>
        </ol>
        <Group gap="xs">
          <Button type="submit" loading={state === 'pending'}>
            {words.turnOn}
          </Button>
          <Button variant="default" onClick={onCancel} disabled={state === 'pending'}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
