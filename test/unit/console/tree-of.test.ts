import { expect, it } from 'vitest';
import { aboveOf, isWithin, treeOf } from '../../../console/src/rooms/folders/tree-of.ts';

const folder = (folderId: string, parentId?: string) => ({
  folderId,
  parentId,
  name: folderId.toUpperCase(),
});

const ALL = [folder('b', 'root'), folder('a', 'root'), folder('deep', 'b'), folder('root')];

it('folders are a tree, by name', () => {
  expect(treeOf(ALL)).toEqual([
    {
      value: 'root',
      label: 'ROOT',
      children: [
        { value: 'a', label: 'A', children: [] },
        { value: 'b', label: 'B', children: [{ value: 'deep', label: 'DEEP', children: [] }] },
      ],
    },
  ]);
});

it('who sees a part of the tree has the highest of it at the top', () => {
  const seen = ALL.filter(({ folderId }) => folderId === 'deep' || folderId === 'a');
  expect(treeOf(seen).map(({ value }) => value)).toEqual(['a', 'deep']);
});

it('the way to a folder is told from the top, and what is within it is known', () => {
  expect(aboveOf(ALL, 'deep').map(({ folderId }) => folderId)).toEqual(['root', 'b']);
  expect([isWithin(ALL, 'deep', 'b'), isWithin(ALL, 'b', 'b'), isWithin(ALL, 'a', 'b')]).toEqual([
    true,
    true,
    false,
  ]);
});
