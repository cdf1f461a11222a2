import { Paper, Text } from '@mantine/core';
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useKnownFolders } from '../../api/folders.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { Safely } from '../../parts/safely.tsx';
import { FolderDetail } from './folder-detail.tsx';
import { FolderTree } from './folder-tree.tsx';
import classes from './folders.module.css';
import { treeOf } from './tree-of.ts';
import { FOLDERS_WORDS } from './words.ts';

/** The tree that users live in (C-1), and one folder of it. */
export default function Folders() {
  const words = useWords(FOLDERS_WORDS);
  const [query] = useSearchParams();
  const folders = useKnownFolders();
  const folderId = query.get('folder') ?? treeOf(folders)[0]?.value;
  return (
    <Page title={words.title} about={words.about}>
      <div className={classes.room}>
        <Paper withBorder p="xs" className={classes.tree ?? ''}>
          <FolderTree folders={folders} here={folderId} />
        </Paper>
        <div className={classes.detail}>
          {folderId === undefined ? (
            <Text c="dimmed">{words.noFolder}</Text>
          ) : (
            <Safely key={folderId}>
              <Suspense fallback={<Loading />}>
                <FolderDetail key={folderId} folderId={folderId} />
              </Suspense>
            </Safely>
          )}
        </div>
      </div>
    </Page>
  );
}
