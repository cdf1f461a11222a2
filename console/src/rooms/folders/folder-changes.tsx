import { List, Text } from '@mantine/core';
import { useKnownFolders } from '../../api/folders.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useRoles } from '../../api/roles.ts';
import { without } from '../../form/right-keys.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import type { Difference } from '../../parts/changed-meanwhile.tsx';
import { type FolderDraft, RIGHTS } from './folder-draft.ts';
import { useSubjectName } from './subject-names.tsx';
import { FOLDERS_WORDS } from './words.ts';

const useNames = () => {
  const words = useWords(FOLDERS_WORDS);
  const names = useRightNames();
  const folders = useKnownFolders();
  const { data: roles = [] } = useRoles();
  return {
    role: (role: string | undefined) =>
      role === undefined
        ? words.inheritedRole
        : (names.role({ role, roleName: roles.find((one) => one.role === role)?.name }) ?? role),
    folder: (id: string | undefined) => folders.find(({ folderId }) => folderId === id)?.name ?? '',
    permission: names.permission,
  };
};

/** What a change of a folder does to everybody in it. */
export const FolderChanges = ({ before, after }: { before: FolderDraft; after: FolderDraft }) => {
  const words = useWords(FOLDERS_WORDS).confirm;
  const { list } = useFormats();
  const names = useNames();
  const told = (keys: readonly string[]) => list(keys.map(names.permission));
  const adds = without(after.permissions, before.permissions);
  const takes = without(before.permissions, after.permissions);
  return (
    <>
      <List>
        {before.parentId !== after.parentId && (
          <List.Item>{words.moves(names.folder(after.parentId))}</List.Item>
        )}
        {before.role !== after.role && (
          <List.Item>{words.role(names.role(before.role), names.role(after.role))}</List.Item>
        )}
        {adds.length > 0 && <List.Item>{words.adds(told(adds))}</List.Item>}
        {takes.length > 0 && <List.Item>{words.takes(told(takes))}</List.Item>}
      </List>
      <Text>{words.text}</Text>
    </>
  );
};

/** Where a folder as it is now and as one wants it are not the same, in words. */
export const useDifferences = (now: FolderDraft, mine: FolderDraft): readonly Difference[] => {
  const words = useWords(FOLDERS_WORDS);
  const { list } = useFormats();
  const names = useNames();
  const nameOf = useSubjectName(RIGHTS.flatMap((right) => [...now.access[right], ...mine.access[right]]));
  const told = (draft: FolderDraft) => [
    [words.name, draft.name],
    [words.parent, names.folder(draft.parentId)],
    [words.role, names.role(draft.role)],
    [words.permissions, list(draft.permissions.map(names.permission).toSorted())],
    ...RIGHTS.map((right) => [words.rights[right], list(draft.access[right].map(nameOf).toSorted())]),
  ];
  const theirs = told(now);
  return told(mine).flatMap(([name = '', value = ''], index) => {
    const other = theirs[index]?.[1] ?? '';
    return other === value ? [] : [{ name, theirs: other, mine: value }];
  });
};
