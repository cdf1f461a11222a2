import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { GitCompareArrows } from 'lucide-react';
import { useWords } from '../language/language-provider.tsx';
import classes from './changed-meanwhile.module.css';

const WORDS = {
  en: {
    title: 'Somebody has changed this meanwhile',
    text: 'Nothing of yours is saved yet. Choose which of the two is to be.',
    field: 'What',
    theirs: 'As it is now',
    mine: 'As you want it',
    takeTheirs: 'Keep it as it is now',
    takeMine: 'Save mine over it',
    same: 'What you have changed is the same in both.',
  },
  es: {
    title: 'Alguien lo ha cambiado mientras tanto',
    text: 'Lo suyo aún no se ha guardado. Elija cuál de los dos queda.',
    field: 'Qué',
    theirs: 'Como está ahora',
    mine: 'Como lo quiere usted',
    takeTheirs: 'Dejarlo como está ahora',
    takeMine: 'Guardar lo mío encima',
    same: 'Lo que ha cambiado es igual en los dos.',
  },
};

/** What differs: its name, as somebody else has left it, and as one wants it. */
export interface Difference {
  readonly name: string;
  readonly theirs: string;
  readonly mine: string;
}

/** It stands at the end of a form, which may be far below what one looks at. */
const show = (notice: HTMLElement | null): void => notice?.scrollIntoView({ block: 'center' });

interface ChangedMeanwhileProps {
  readonly differences: readonly Difference[];
  readonly onTheirs: () => void;
  readonly onMine: () => void;
  readonly isPending?: boolean;
}

/** Two people have changed the same: the later one sees both and chooses; nothing is overwritten in silence. */
export const ChangedMeanwhile = ({ differences, onTheirs, onMine, isPending }: ChangedMeanwhileProps) => {
  const words = useWords(WORDS);
  return (
    <Alert ref={show} color="yellow" icon={<GitCompareArrows />} title={words.title} role="alert">
      <Stack gap="sm">
        <Text size="sm">{differences.length === 0 ? words.same : words.text}</Text>
        {differences.length > 0 && (
          <Table mod={['flush', 'stacked']} verticalSpacing="xs" className={classes.differences ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.field}</Table.Th>
                <Table.Th>{words.theirs}</Table.Th>
                <Table.Th>{words.mine}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ name, theirs, mine }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td data-label={words.theirs}>{theirs === '' ? '—' : theirs}</Table.Td>
                  <Table.Td data-label={words.mine}>{mine === '' ? '—' : mine}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onTheirs}>
            {words.takeTheirs}
          </Button>
          <Button size="xs" onClick={onMine} loading={isPending === true}>
            {words.takeMine}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
};
