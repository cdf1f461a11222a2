import { Button, Group } from '@mantine/core';
import { ChangedMeanwhile, type Difference } from './changed-meanwhile.tsx';

interface FormEndProps {
  /** How what is there now differs from what one wants, once somebody else was faster. */
  readonly conflict: readonly Difference[] | undefined;
  readonly onSaveOver: () => void;
  readonly cancel: string;
  readonly onCancel: () => void;
  readonly save: string;
  readonly isPending: boolean;
  readonly isDisabled: boolean;
}

/** The end of a form that is saved as a whole: its buttons, or the choice when somebody else has changed the same. */
export const FormEnd = ({
  conflict,
  onSaveOver,
  cancel,
  onCancel,
  save,
  isPending,
  isDisabled,
}: FormEndProps) =>
  conflict !== undefined ? (
    <ChangedMeanwhile differences={conflict} isPending={isPending} onTheirs={onCancel} onMine={onSaveOver} />
  ) : (
    <Group gap="xs" justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {cancel}
      </Button>
      <Button type="submit" loading={isPending} disabled={isDisabled}>
        {save}
      </Button>
    </Group>
  );
