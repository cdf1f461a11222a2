import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { addressesIn } from '../addresses.ts';
import { useApi } from '../api/api-provider.tsx';
import { type Membership, useMe } from '../api/me.ts';
import type { Problem } from '../api/problem.ts';
import { useWords } from '../language/language-provider.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { LICENSE_WORDS } from './license-words.ts';
import { type Holder, MissingLicense } from './missing-license.tsx';

interface LicenseAcquisitionProps {
  readonly membership: Membership;
  readonly problem: Problem;
  readonly opened: boolean;
  readonly isTrying: boolean;
  readonly onTry: () => void;
  readonly onGoOn: () => void;
}

/** The “license acquisition error”: which licenses are missing, who has them, and what can be done about it (C-44, C-45). */
export const LicenseAcquisition = ({
  membership: { accountId, server },
  problem,
  opened,
  isTrying,
  onTry,
  onGoOn,
}: LicenseAcquisitionProps) => {
  const words = useWords(LICENSE_WORDS);
  const { userId: myself } = useMe();
  const api = useApi(server?.apiUrl);
  const navigate = useNavigate();
  const { licenses = [], remedies = [] } = problem.body;
  const offers = (operationId: (typeof remedies)[number]['operationId']): boolean =>
    remedies.some((remedy) => remedy.operationId === operationId);

  const signOut = useMutation({
    mutationFn: async ({ userId, sessionId }: Holder) => {
      if (userId === myself) {
        await api.DELETE('/v1/accounts/{accountId}/members/{userId}/sessions/{sessionId}', {
          params: { path: { accountId, userId, sessionId } },
        });
      } else {
        await api.POST('/v1/accounts/{accountId}/members/{userId}/sign-out', {
          params: { path: { accountId, userId } },
        });
      }
    },
    onSuccess: onTry,
  });
  /** Only what the API has offered, which has looked whether one may. */
  const maySignOut = ({ userId, sessionId }: Holder): boolean =>
    remedies.some(({ operationId, path }) =>
      operationId === 'endSession'
        ? path.includes(sessionId)
        : operationId === 'signOutMember' && path.includes(userId),
    );
  const toLicenses = (): void => {
    onGoOn();
    void navigate(addressesIn(accountId).licenses);
  };

  return (
    <Modal
      opened={opened}
      onClose={onGoOn}
      title={words.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words.goOn }}
    >
      <Stack gap="lg">
        <Text>{words.about}</Text>
        {licenses.map((license) => (
          <MissingLicense
            key={license.kind}
            license={license}
            maySignOut={maySignOut}
            busyWith={signOut.isPending ? signOut.variables.sessionId : undefined}
            onSignOut={(holder) => signOut.mutate(holder)}
          />
        ))}
        {signOut.error !== null && <ProblemNotice error={signOut.error} />}
        {remedies.length === 0 && <Text>{words.ask}</Text>}
        {(offers('changeSeats') || offers('readBilling')) && (
          <Group gap="xs">
            {offers('changeSeats') && (
              <Button variant="default" onClick={toLicenses}>
                {words.buy}
              </Button>
            )}
            {offers('readBilling') && (
              <Button variant="default" onClick={toLicenses}>
                {words.status}
              </Button>
            )}
          </Group>
        )}
        <Text size="sm" c="dimmed">
          {words.goOnMeans}
        </Text>
        <Group gap="xs" justify="flex-end">
          <Button variant="subtle" onClick={onGoOn}>
            {words.goOn}
          </Button>
          <Button onClick={onTry} loading={isTrying}>
            {words.tryAgain}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
