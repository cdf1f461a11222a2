import { Table, Text } from '@mantine/core';
import type { Access } from '../../../api/member-access.ts';
import { useRightNames } from '../../../api/right-names.ts';
import { useWords } from '../../../language/language-provider.tsx';
import { useFormats } from '../../../language/use-formats.ts';
import classes from './access.module.css';
import { type Source, useSourceWords } from './sources.ts';
import { ACCESS_WORDS } from './words.ts';

interface Right {
  readonly name: string;
  readonly sources: readonly Source[];
  /** What it lacks, if it has no effect. */
  readonly lacks: string;
}

const Rights = ({ of, rights }: { of: string; rights: readonly Right[] }) => {
  const words = useWords(ACCESS_WORDS);
  const sourceOf = useSourceWords();
  if (rights.length === 0) return <Text c="dimmed">{words.nothing}</Text>;
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{of}</Table.Th>
            <Table.Th>{words.comesFrom}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rights.map(({ name, sources, lacks }) => (
            <Table.Tr key={name}>
              <Table.Td>
                {name}
                {lacks !== '' && (
                  <Text size="xs" c="dimmed">
                    {words.noEffect(lacks)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{sources.map(sourceOf).join(' · ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};

/** Every permission of a member, with where it comes from and whether it has effect (C-53, X-5). */
export const PermissionsTable = ({ access }: { access: Access }) => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const rights = access.permissions.map(({ permission, lacks, sources }) => ({
    name: names.permission(permission),
    sources,
    lacks: list(lacks.map(names.permission)),
  }));
  return <Rights of={words.permission} rights={rights} />;
};

/** Every page of a member, with where it comes from (E-18). */
export const PagesTable = ({ access }: { access: Access }) => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const rights = access.pages.map(({ page, sources }) => ({ name: names.page(page), sources, lacks: '' }));
  return <Rights of={words.page} rights={rights} />;
};

/** What of the API is open to a member, and by which permissions. */
export const EndpointsTable = ({ access }: { access: Access }) => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.endpoint}</Table.Th>
            <Table.Th>{words.openedBy}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {access.endpoints.map(({ endpoint, permissions }) => (
            <Table.Tr key={endpoint}>
              <Table.Td>{endpoint}</Table.Td>
              <Table.Td>{list(permissions.map(names.permission))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};
