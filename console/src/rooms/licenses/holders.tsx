import { Anchor, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { type BillingKind, useSeatsPreview } from '../../api/billing.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { SignedInHolders } from './signed-in-holders.tsx';
import { LICENSES_WORDS } from './words.ts';

/** Who holds the seats of a kind that is assigned: told by asking what would stand in the way of giving all of them up. */
const NamedHolders = ({ kind }: { kind: BillingKind }) => {
  const words = useWords(LICENSES_WORDS);
  const { accountId, may } = useAccount();
  const { data, error, refetch } = useSeatsPreview({ seats: { [kind.kind]: 0 } });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const told = data.holders.find((one) => one.kind === kind.kind);
  const members = told?.members ?? [];
  const others = (told?.taken ?? 0) - members.length;
  if (members.length === 0 && others <= 0) return <Text>{words.holders.nobody}</Text>;
  return (
    <Stack gap="xs">
      <List spacing={4}>
        {members.map(({ userId, name }) => (
          <List.Item key={userId}>
            {may('readMember') ? (
              <Anchor component={Link} to={addressesIn(accountId).user(userId)}>
                {name}
              </Anchor>
            ) : (
              name
            )}
          </List.Item>
        ))}
      </List>
      {others > 0 && (
        <Text size="sm" c="dimmed">
          {words.holders.outOfReach(others)}
        </Text>
      )}
    </Stack>
  );
};

/** Who has the seats of a kind: the members who hold one, or the sessions that have taken one. */
export const Holders = ({ kind, onClose }: { kind: BillingKind | undefined; onClose: () => void }) => {
  const words = useWords(LICENSES_WORDS);
  const names = useRightNames();
  // The last one stays to be seen while the dialog closes.
  const [shown, setShown] = useState(kind);
  if (kind !== undefined && kind !== shown) setShown(kind);
  return (
    <Modal
      opened={kind !== undefined}
      onClose={onClose}
      title={shown === undefined ? '' : words.holders.title(names.license(shown.kind))}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {shown !== undefined &&
        (shown.mode === 'named' ? <NamedHolders kind={shown} /> : <SignedInHolders kind={shown.kind} />)}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
      </Group>
    </Modal>
  );
};
