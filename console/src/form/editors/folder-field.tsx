import { useFolders } from '../../api/folders.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { Editor } from '../field.ts';
import { ChooseOne } from './choose.tsx';
import { foldersWithPaths } from './folder-paths.ts';
import { EDITOR_WORDS } from './words.ts';

/** A folder by its path from the root (C-1, C-6). */
export const FolderField: Editor = (props) => {
  const words = useWords(EDITOR_WORDS);
  const { data = [] } = useFolders();
  const { value = props.setting.default } = props;
  return (
    <ChooseOne
      {...props}
      value={value}
      nothing={words.nothing}
      choices={foldersWithPaths(data).map(({ folder, path }) => ({ value: folder.folderId, label: path }))}
    />
  );
};
