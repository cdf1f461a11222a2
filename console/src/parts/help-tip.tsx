import { ActionIcon, Popover, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CircleQuestionMark } from 'lucide-react';
import { useWords } from '../language/language-provider.tsx';

const WORDS = {
  en: { about: (name: string) => `About: ${name}` },
  es: { about: (name: string) => `Acerca de: ${name}` },
};

/** What something is for, at a click (C-14). */
export const HelpTip = ({ name, text }: { name: string; text: string }) => {
  const words = useWords(WORDS);
  const [isOpen, { toggle, close }] = useDisclosure();
  return (
    <Popover
      opened={isOpen}
      onChange={close}
      onDismiss={close}
      width={280}
      position="bottom-end"
      withArrow
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          variant="transparent"
          color="gray"
          size="sm"
          onClick={toggle}
          // The focus stays here, where Mantine does not listen for it.
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
          aria-label={words.about(name)}
        >
          <CircleQuestionMark size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{text}</Text>
      </Popover.Dropdown>
    </Popover>
  );
};
