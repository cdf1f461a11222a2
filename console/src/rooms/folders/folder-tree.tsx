import { Tree, useTree } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { Folder } from '../../api/folders.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './folders.module.css';
import { aboveOf, treeOf } from './tree-of.ts';
import { FOLDERS_WORDS } from './words.ts';

const allOpen = (folderIds: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(folderIds.map((folderId) => [folderId, true]));

/** The tree of folders (C-1): arrows move in it and open its branches, Enter opens a folder. */
export const FolderTree = ({ folders, here }: { folders: readonly Folder[]; here: string | undefined }) => {
  const words = useWords(FOLDERS_WORDS);
  const { accountId } = useAccount();
  const navigate = useNavigate();
  const branches = useMemo(() => treeOf(folders), [folders]);
  const [expandedState, setExpanded] = useState(() => allOpen(branches.map(({ value }) => value)));
  const tree = useTree({
    expandedState,
    onExpandedStateChange: setExpanded,
    selectedState: here === undefined ? [] : [here],
  });
  useEffect(() => {
    if (here === undefined) return;
    const above = aboveOf(folders, here).map(({ folderId }) => folderId);
    setExpanded((was) => ({ ...was, ...allOpen(above) }));
  }, [here, folders]);
  const open = (folderId: string) => void navigate(addressesIn(accountId).folder(folderId));
  const onKeyDown = (event: KeyboardEvent) => {
    const folderId = event.target instanceof HTMLElement ? event.target.dataset.value : undefined;
    if (event.key === 'Enter' && folderId !== undefined) open(folderId);
  };
  return (
    <Tree
      data={branches}
      tree={tree}
      aria-label={words.tree}
      expandOnClick={false}
      selectOnClick
      allowRangeSelection={false}
      onKeyDown={onKeyDown}
      renderNode={({ node, expanded, hasChildren, elementProps: { onClick, ...elementProps } }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the item that it is in takes the keys
        // biome-ignore lint/a11y/noStaticElementInteractions: the item that it is in has the role
        <div
          {...elementProps}
          className={`${elementProps.className} ${classes.node}`}
          data-here={node.value === here || undefined}
          onClick={(event) => {
            onClick(event);
            open(node.value);
          }}
        >
          <ChevronRight
            size={16}
            aria-hidden
            className={classes.chevron}
            data-open={expanded || undefined}
            data-leaf={!hasChildren || undefined}
            onClick={(event) => {
              event.stopPropagation();
              tree.toggleExpanded(node.value);
            }}
          />
          {node.label}
        </div>
      )}
    />
  );
};
