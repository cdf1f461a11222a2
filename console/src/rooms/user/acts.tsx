import { Alert, Button, Menu, Text } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import { type Act, type Member, useActOnMember } from '../../api/members.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { USER_WORDS } from './words.ts';

interface Deed {
  readonly act: Act;
  readonly label: string;
  readonly text: string;
  readonly destructive?: boolean;
}

/** What one may do to this member as they are now. */
const useDeeds = (member: Member): readonly Deed[] => {
  const words = useWords(USER_WORDS);
  const { may } = useAccount();
  const { status, email, acceptedAt } = member;
  const name = `${member.firstName} ${member.lastName}`;
  const isIn = acceptedAt !== undefined;
  const deeds: readonly (Deed & { readonly isThere: boolean })[] = [
    {
      act: 'invitation',
      label: words.invite,
      text: words.inviteText(email),
      isThere: may('inviteMember') && !isIn && status !== 'onboarding',
    },
    {
      act: 'password-reset',
      label: words.reset,
      text: words.resetText(email),
      isThere: may('resetMemberPassword') && isIn,
    },
    {
      act: 'sign-out',
      label: words.signOut,
      text: words.signOutText(name),
      isThere: may('signOutMember') && isIn,
    },
    {
      act: 'restore',
      label: words.restore,
      text: words.restoreText(name),
      isThere: may('restoreMember') && status === 'suspended',
    },
    {
      act: 'suspend',
      label: words.suspend,
      text: words.suspendText(name),
      destructive: true,
      isThere: may('suspendMember') && (status === 'active' || status === 'deactivated'),
    },
  ];
  return deeds.filter(({ isThere }) => isThere);
};

/** What can be done to a member by a call of its own: each is asked about before (C-13). */
export const useActs = (member: Member) => {
  const words = useWords(USER_WORDS);
  const deeds = useDeeds(member);
  const [chosen, setChosen] = useState<Deed>();
  const [isAsking, setAsking] = useState(false);
  const act = useActOnMember(member.userId);
  const menu = deeds.length > 0 && (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={16} aria-hidden />}>
          {words.acts}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {deeds.map((deed) => (
          <Menu.Item
            key={deed.act}
            {...(deed.destructive && { color: 'red' })}
            onClick={() => {
              act.reset();
              setChosen(deed);
              setAsking(true);
            }}
          >
            {deed.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  const news = act.isSuccess && (
    <Alert color="brand" withCloseButton closeButtonLabel={words.close} onClose={act.reset} role="status">
      {words.done[act.variables]}
    </Alert>
  );
  const dialog = chosen !== undefined && (
    <Confirm
      opened={isAsking}
      title={chosen.label}
      action={chosen.label}
      destructive={chosen.destructive === true}
      isPending={act.isPending}
      error={act.error}
      onCancel={() => setAsking(false)}
      onConfirm={() => act.mutate(chosen.act, { onSuccess: () => setAsking(false) })}
    >
      <Text>{chosen.text}</Text>
    </Confirm>
  );
  return { menu, news, dialog };
};
