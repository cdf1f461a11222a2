import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/language-provider.tsx';
import { ProblemNotice } from './problem-notice.tsx';

const WORDS = {
  en: { cancel: 'Cancel', close: 'Close' },
  es: { cancel: 'Cancelar', close: 'Cerrar' },
};

interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  /** What the button says: the deed itself. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
  /** What stood against it. */
  readonly error?: unknown;
  /** Something is lost by it. */
  readonly destructive?: boolean;
}

/** Asks before something is done, and says what will happen. Focus goes into it, and back to where it came from. */
export const Confirm = ({
  opened,
  title,
  children,
  action,
  onConfirm,
  onCancel,
  isPending = false,
  isDisabled = false,
  error,
  destructive = false,
}: ConfirmProps) => {
  const words = useWords(WORDS);
  return (
    <Modal opened={opened} onClose={onCancel} title={title} closeButtonProps={{ 'aria-label': words.close }}>
      <Stack>
        {children}
        {error !== undefined && error !== null && <ProblemNotice error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button
            onClick={onConfirm}
            loading={isPending}
            disabled={isDisabled}
            {...(destructive && { color: 'red' })}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
