import { Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/language-provider.tsx';
import { NewPassword } from '../parts/new-password.tsx';
import { PASSWORD_WORDS } from '../parts/password-words.ts';
import { meetsAll } from '../session/password-policy.ts';
import { Notice } from './notice.tsx';
import { useWork } from './use-work.ts';

interface NewPasswordFormProps {
  /** What the button says. */
  readonly submit: string;
  readonly onChoose: (password: string) => Promise<void>;
  /** Until it is sent. */
  readonly news?: string | undefined;
  readonly fault: string | undefined;
  /** The fields before the password; they say what they lack once the form has been sent. */
  readonly fields?: (isSubmitted: boolean) => ReactNode;
  /** The name of the first of those fields that lacks something. */
  readonly missing?: string | undefined;
  /** Below the button. */
  readonly children?: ReactNode;
}

/** The form of whoever chooses a password before they are in. What is not right yet gets the focus. */
export const NewPasswordForm = (props: NewPasswordFormProps) => {
  const { submit, onChoose, news, fault, fields, missing, children } = props;
  const { unmet } = useWords(PASSWORD_WORDS);
  const { isBusy, work } = useWork();
  const [password, setPassword] = useState('');
  const [isSubmitted, setSubmitted] = useState(false);
  const isMet = meetsAll(password);
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSubmitted(true);
        const first = missing ?? (isMet ? undefined : 'password');
        if (first === undefined) work(() => onChoose(password));
        else event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      }}
    >
      <Notice kind="news" text={isSubmitted ? undefined : news} />
      <Notice kind="fault" text={fault} />
      <Stack gap="md">
        {fields?.(isSubmitted)}
        <NewPassword
          value={password}
          onChange={setPassword}
          error={isSubmitted && !isMet ? unmet : undefined}
        />
        <Button type="submit" size="md" fullWidth loading={isBusy}>
          {submit}
        </Button>
        {children}
      </Stack>
    </form>
  );
};
