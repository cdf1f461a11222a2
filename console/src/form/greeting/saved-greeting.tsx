import { Button, Group, Text } from '@mantine/core';
import { Check, Volume2 } from 'lucide-react';
import { use, useState } from 'react';
import { useFileAddress } from '../../api/files.ts';
import { useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { OwnerContext } from '../owner-context.ts';
import { GREETING_WORDS } from './words.ts';

const Player = ({ userId, fileId }: { userId: string; fileId: string }) => {
  const words = useWords(GREETING_WORDS);
  const { data, error, refetch } = useFileAddress(userId, fileId);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  // biome-ignore lint/a11y/useMediaCaption: people greet callers in it; there are no words of it to be had
  return <audio controls src={data?.url} aria-label={words.hear} />;
};

/** A greeting that is kept, to be heard by those who may see whose it is. */
export const SavedGreeting = ({ fileId }: { fileId: string }) => {
  const words = useWords(GREETING_WORDS);
  const userId = use(OwnerContext);
  const [isOpen, setOpen] = useState(false);
  if (isOpen && userId !== undefined) return <Player userId={userId} fileId={fileId} />;
  return (
    <Group gap="xs">
      <Group gap={4}>
        <Check size={16} aria-hidden />
        <Text size="sm">{words.current}</Text>
      </Group>
      {userId !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Volume2 size={14} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {words.hear}
        </Button>
      )}
    </Group>
  );
};
