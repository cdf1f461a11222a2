import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Confirm } from './confirm.tsx';

interface DeleteButtonProps {
  readonly label: string;
  /** The question, what happens then, and what the button says that does it. */
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onDelete: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** Deletes something, once one has said so. */
export const DeleteButton = ({ label, text, onDelete, ...asked }: DeleteButtonProps) => {
  const [isAsked, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <Confirm opened={isAsked} onConfirm={onDelete} onCancel={close} destructive {...asked}>
        <Text>{text}</Text>
      </Confirm>
    </>
  );
};
