import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import { useIsCalling } from '../../api/catalogue.ts';
import {
  type AgentFeaturesPreview,
  type MemberLicenses,
  useAgentFeaturesPreview,
  useMemberLicenses,
  useSwitchAgentFeatures,
} from '../../api/licenses.ts';
import { useMe } from '../../api/me.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { LICENSES_WORDS } from './words.ts';

const Preview = ({ preview }: { preview: AgentFeaturesPreview }) => {
  const words = useWords(LICENSES_WORDS).own;
  const names = useRightNames();
  const { list } = useFormats();
  const { agentFeatures, frees, takes, waitsFor, missing } = preview;
  const told = (kinds: readonly string[]) => list(kinds.map(names.license));
  return (
    <Stack gap="xs">
      {!agentFeatures && <Text>{frees.length === 0 ? words.freesNothing : words.frees(told(frees))}</Text>}
      {!agentFeatures && <Text>{words.off}</Text>}
      {takes.length > 0 && <Text>{words.takes(told(takes))}</Text>}
      {waitsFor.length > 0 && <Text>{words.waitsFor(told(waitsFor))}</Text>}
      {missing.length > 0 && <Text>{words.missing(told(missing))}</Text>}
    </Stack>
  );
};

const useHoldsCallingSeat = (): ((licenses: MemberLicenses) => boolean) => {
  const isCalling = useIsCalling();
  return ({ licenses }) => licenses.some(({ kind, state }) => state !== 'off' && isCalling(kind));
};

/** Frees one’s own calling seat (B-2), or takes one again; says beforehand what that does. */
export const OwnSeat = () => {
  const words = useWords(LICENSES_WORDS).own;
  const { userId } = useMe();
  const { may } = useAccount();
  const { data } = useMemberLicenses(userId);
  const [isAsked, setAsked] = useState(false);
  const enabled = data?.agentFeatures === false;
  const preview = useAgentFeaturesPreview(userId, enabled, isAsked);
  const { mutate, isPending, error } = useSwitchAgentFeatures(userId);
  const holdsCallingSeat = useHoldsCallingSeat();
  if (data === undefined || !may('switchAgentFeatures')) return null;
  if (data.agentFeatures && !holdsCallingSeat(data)) return <Text size="sm">{words.none}</Text>;
  return (
    <>
      {enabled && <Text size="sm">{words.isOff}</Text>}
      <Button variant="default" onClick={() => setAsked(true)}>
        {enabled ? words.again : words.free}
      </Button>
      <Confirm
        opened={isAsked}
        title={enabled ? words.confirmOn : words.confirmOff}
        action={enabled ? words.doOn : words.doOff}
        onConfirm={() => mutate(enabled, { onSuccess: () => setAsked(false) })}
        onCancel={() => setAsked(false)}
        isPending={isPending}
        isDisabled={preview.data === undefined}
        error={error}
      >
        {preview.data !== undefined && <Preview preview={preview.data} />}
        {preview.data === undefined && preview.error === null && <Loading />}
        {preview.error !== null && <ProblemNotice error={preview.error} />}
      </Confirm>
    </>
  );
};
