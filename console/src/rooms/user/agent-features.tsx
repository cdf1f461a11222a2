import { Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { type MemberLicenses, useAgentFeaturesPreview, useSwitchAgentFeatures } from '../../api/licenses.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { HELP_WORDS } from './help-words.ts';

/** Turns somebody's agent features on or off, and says beforehand which seats that frees or takes (B-2). */
export const AgentFeatures = ({ licenses }: { licenses: MemberLicenses }) => {
  const words = useWords(HELP_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const { userId, agentFeatures } = licenses;
  const [isAsking, setAsking] = useState(false);
  const wanted = !agentFeatures;
  const preview = useAgentFeaturesPreview(userId, wanted, isAsking);
  const change = useSwitchAgentFeatures(userId);
  const told = (kinds: readonly string[], say: (names: string) => string) =>
    kinds.length === 0 ? [] : [say(list(kinds.map(names.license)))];
  const { frees = [], takes = [], waitsFor = [], missing = [] } = preview.data ?? {};
  const lines = [
    ...told(frees, words.frees),
    ...told(takes, words.takes),
    ...told(waitsFor, words.waitsFor),
    ...told(missing, words.missing),
  ];
  const title = wanted ? words.turnOn : words.turnOff;
  return (
    <>
      <Switch
        label={words.features}
        description={words.featuresHelp}
        checked={agentFeatures}
        onChange={() => {
          change.reset();
          setAsking(true);
        }}
      />
      <Confirm
        opened={isAsking}
        title={title}
        action={title}
        isPending={change.isPending}
        isDisabled={preview.data === undefined}
        error={change.error}
        onCancel={() => setAsking(false)}
        onConfirm={() => change.mutate(wanted, { onSuccess: () => setAsking(false) })}
      >
        <Stack gap="xs">
          {preview.data === undefined && preview.error === null && <Loading />}
          {preview.error !== null && <ProblemNotice error={preview.error} />}
          {preview.data !== undefined && lines.length === 0 && <Text>{words.changesNothing}</Text>}
          {lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </Stack>
      </Confirm>
    </>
  );
};
