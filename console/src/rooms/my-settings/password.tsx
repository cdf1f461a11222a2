import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { NewPassword } from '../../parts/new-password.tsx';
import { PASSWORD_WORDS } from '../../parts/password-words.ts';
import { meetsAll } from '../../session/password-policy.ts';
import type { Refusal } from '../../session/refusal.ts';
import { useSession } from '../../session/session-provider.tsx';
import classes from './my-settings.module.css';
import { MY_SETTINGS_WORDS } from './words.ts';

type State = 'idle' | 'pending' | 'changed' | 'unmet' | 'no-current' | Refusal;

/** One's own password, which needs the one of before (C-43). */
export const Password = () => {
  const words = useWords(MY_SETTINGS_WORDS);
  const { password: said, refusals } = words;
  const { unmet, show } = useWords(PASSWORD_WORDS);
  const { email } = useMe();
  const { session } = useSession();
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const [state, setState] = useState<State>('idle');

  const submit = async (): Promise<void> => {
    if (current === '') return setState('no-current');
    if (!meetsAll(wanted)) return setState('unmet');
    setState('pending');
    const outcome = await (await session()).changePassword(current, wanted);
    setState(outcome);
    if (outcome !== 'changed') return;
    setCurrent('');
    setWanted('');
  };

  const currentFault = (): string | undefined => {
    if (state === 'no-current') return said.currentMissing;
    return state === 'credentials' ? said.currentWrong : undefined;
  };
  const newFault = (): string | undefined => {
    if (state === 'unmet') return unmet;
    return state === 'password-refused' ? said.refused : undefined;
  };
  const notice =
    state === 'too-many-attempts' || state === 'unreachable' || state === 'unexpected'
      ? refusals[state]
      : undefined;

  return (
    <Card title={said.title} about={said.about}>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch(() => setState('unreachable'));
        }}
      >
        <Stack gap="md" align="stretch">
          {/* So that a password manager knows whose it is. */}
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label={said.current}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={currentFault()}
            visibilityToggleFocusable
            visibilityToggleButtonProps={{ 'aria-label': show }}
          />
          <NewPassword size="sm" value={wanted} onChange={setWanted} error={newFault()} />
          <div role="status">
            {state === 'changed' && (
              <Alert color="brand" icon={<CircleCheck />}>
                {said.changed}
              </Alert>
            )}
          </div>
          {notice !== undefined && (
            <Alert color="red" role="alert">
              {notice}
            </Alert>
          )}
          <div>
            <Button type="submit" loading={state === 'pending'}>
              {said.submit}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
};
