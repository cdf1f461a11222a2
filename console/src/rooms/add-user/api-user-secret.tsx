import { ActionIcon, Alert, Button, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import { Check, Copy, KeyRound } from 'lucide-react';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { API_USER_WORDS } from './api-user-words.ts';
import { StepHeading } from './step-heading.tsx';

const Copied = ({ label, value }: { label: string; value: string }) => {
  const words = useWords(API_USER_WORDS);
  return (
    <TextInput
      label={label}
      value={value}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              onClick={copy}
              aria-label={copied ? words.copied(label) : words.copy(label)}
            >
              {copied ? <Check size={16} /> : <Copy size={16} />}
            </ActionIcon>
          )}
        </CopyButton>
      }
    />
  );
};

interface Made {
  readonly name: string;
  readonly apiUserId: string;
  readonly secret: string;
}

/** The only time that the secret is shown: it is kept nowhere here. */
export const ApiUserSecret = ({ made }: { made: Made }) => {
  const words = useWords(API_USER_WORDS);
  const { accountId } = useAccount();
  return (
    <Stack gap="lg" maw="40rem">
      <StepHeading title={words.made(made.name)} />
      <Alert color="yellow" icon={<KeyRound />} role="alert">
        {words.once}
      </Alert>
      <Copied label={words.id} value={made.apiUserId} />
      <Copied label={words.secret} value={made.secret} />
      <Group>
        <Button component={Link} to={addressesIn(accountId).users}>
          {words.kept}
        </Button>
      </Group>
    </Stack>
  );
};
