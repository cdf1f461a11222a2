import { Button, Menu } from '@mantine/core';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useNavigate } from 'react-router';
import { addressesIn } from '../addresses.ts';
import { useMe } from '../api/me.ts';
import { useWords } from '../language/language-provider.tsx';
import { useCurrentMembership } from './use-current-membership.ts';
import { SHELL_WORDS } from './words.ts';

/** The account one is in, and the way to one's others. */
export const AccountSwitcher = () => {
  const words = useWords(SHELL_WORDS);
  const { memberships } = useMe();
  const current = useCurrentMembership();
  const navigate = useNavigate();
  const active = memberships.filter(({ status }) => status === 'active');
  if (current === undefined) return null;
  if (active.length === 1) return <span>{current.accountName}</span>;
  return (
    <Menu position="bottom-start" width="min(24rem, calc(100vw - 2rem))">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          rightSection={<ChevronsUpDown size={14} aria-hidden />}
          aria-label={words.switchAccount(current.accountName)}
        >
          {current.accountName}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {active.map(({ accountId, accountName, roleName }) => (
          <Menu.Item
            key={accountId}
            leftSection={<Check size={14} aria-hidden opacity={accountId === current.accountId ? 1 : 0} />}
            onClick={() => navigate(addressesIn(accountId).home)}
          >
            {accountName}
            {roleName !== undefined && ` · ${roleName}`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
