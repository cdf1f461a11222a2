import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { Versioned } from '../../api/client.ts';
import { type Role, useCopyRole, useDeleteRole } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DeleteButton } from '../../parts/delete-button.tsx';
import { useRoleName } from './use-role-name.ts';
import { ROLES_WORDS } from './words.ts';

/** Makes a role of the account’s own from another one. */
export const CopyRole = ({ role }: { role: Role }) => {
  const words = useWords(ROLES_WORDS);
  const nameOf = useRoleName();
  const { accountId } = useAccount();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const [name, setName] = useState('');
  const { mutate, isPending, error } = useCopyRole();
  const open = () => {
    setName(words.copying.proposed(nameOf(role)));
    setAsked(true);
  };
  const copy = () =>
    mutate(
      { role: role.role, name: name.trim() },
      {
        onSuccess: (made) => {
          setAsked(false);
          void navigate(addressesIn(accountId).role(made.role));
        },
      },
    );
  return (
    <>
      <Button variant="default" onClick={open}>
        {words.copy}
      </Button>
      <Confirm
        opened={isAsked}
        title={words.copying.title(nameOf(role))}
        action={words.copying.do}
        onConfirm={copy}
        onCancel={() => setAsked(false)}
        isPending={isPending}
        isDisabled={name.trim() === ''}
        error={error}
      >
        <Text>{words.copying.text}</Text>
        <TextInput
          label={words.copying.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
      </Confirm>
    </>
  );
};

/** Deletes a role that nobody has; else says who has it, and what gives it. */
export const DeleteRole = ({ role: { body, etag } }: { role: Versioned<Role> }) => {
  const words = useWords(ROLES_WORDS);
  const { accountId } = useAccount();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useDeleteRole();
  const remove = () =>
    mutate(
      { role: body.role, etag },
      { onSuccess: () => void navigate(addressesIn(accountId).roles, { replace: true }) },
    );
  return (
    <DeleteButton
      label={words.remove}
      title={words.removing.title(body.name)}
      text={words.removing.text}
      action={words.removing.do}
      onDelete={remove}
      isPending={isPending}
      error={error}
    />
  );
};
