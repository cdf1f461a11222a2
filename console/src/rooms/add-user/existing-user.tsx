import { Alert, Button, Checkbox, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useMe } from '../../api/me.ts';
import { type AccessOffer, useOfferAccess } from '../../api/onboardings.ts';
import type { Problem } from '../../api/problem.ts';
import { useRightNames } from '../../api/right-names.ts';
import { isRecord, type Draft as Sections, textOf, valueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { EXISTING_USER_WORDS } from './existing-user-words.ts';

interface ExistingUserProps {
  readonly problem: Problem;
  readonly sections: Sections;
  readonly offerKey: string;
  readonly onBack: () => void;
  readonly onOffered: () => void;
}

const isOffer = (offer: unknown): offer is AccessOffer => isRecord(offer);

/** Whoever exists already is shown, and offered access: with the role they have, or with the form's (D-31…D-34). */
export const ExistingUser = ({ problem, sections, offerKey, onBack, onOffered }: ExistingUserProps) => {
  const words = useWords(EXISTING_USER_WORDS);
  const names = useRightNames();
  const navigate = useNavigate();
  const { accountId } = useAccount();
  const { memberships } = useMe();
  const { mutate, isPending, error } = useOfferAccess();
  const { person } = problem.body;
  const theirs = person?.memberships ?? [];
  const [roleOf, setRoleOf] = useState('');
  const [accounts, setAccounts] = useState<string[]>([accountId]);
  const others = memberships.filter(
    ({ accountId: id, status, endpoints }) =>
      status === 'active' &&
      endpoints.includes('offerAccess') &&
      !theirs.some((membership) => membership.accountId === id),
  );

  const offer = (): void => {
    const { licenses, permissions } = sections;
    const folderId = valueAt(sections, '/profile/folderId');
    const body = {
      email: person?.email ?? textOf(valueAt(sections, '/profile/email')),
      ...(roleOf !== '' && { sameRoleAs: roleOf }),
      accounts: accounts.map((id) => ({
        accountId: id,
        licenses,
        ...(id === accountId && folderId !== undefined && { folderId }),
        ...(roleOf === '' && { permissions }),
      })),
    };
    if (!isOffer(body)) return;
    mutate(
      { offer: body, key: offerKey },
      {
        onSuccess: ({ runs: [run] }) => {
          onOffered();
          const rooms = addressesIn(accountId);
          void navigate(run?.accountId === accountId ? rooms.run(run.runId) : rooms.runs);
        },
      },
    );
  };
  return (
    <Stack gap="lg">
      <Alert color="yellow" icon={<UserRoundCheck />} role="alert" title={words.exists}>
        {words.about}
      </Alert>
      {person !== undefined && (
        <div>
          <Title order={2} size="h4">{`${person.firstName} ${person.lastName}`}</Title>
          <Text c="dimmed">{`${person.email} · ${person.loginId}`}</Text>
          {theirs.map((membership) => (
            <Text key={membership.accountId} size="sm">
              {words.memberOf(membership.accountName, names.role({ role: membership.role }) ?? words.noRole)}
            </Text>
          ))}
        </div>
      )}
      <Radio.Group label={words.role} value={roleOf} onChange={setRoleOf}>
        <Stack gap="xs" mt="xs">
          <Radio value="" label={words.roleOfForm} description={words.roleOfFormHelp} />
          {theirs.map(({ accountId: id, accountName, role }) => (
            <Radio
              key={id}
              value={id}
              label={words.sameRole(names.role({ role }) ?? words.noRole, accountName)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {others.length > 1 && (
        <Checkbox.Group label={words.accounts} value={accounts} onChange={setAccounts}>
          <Stack gap="xs" mt="xs">
            {others.map(({ accountId: id, accountName }) => (
              <Checkbox key={id} value={id} label={accountName} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {error !== null && <ProblemNotice error={error} />}
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {words.back}
        </Button>
        <Button onClick={offer} loading={isPending} disabled={accounts.length === 0}>
          {words.grant}
        </Button>
      </Group>
    </Stack>
  );
};
