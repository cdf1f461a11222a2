import type { Access } from '../../../api/member-access.ts';
import { useRightNames } from '../../../api/right-names.ts';
import { useWords } from '../../../language/language-provider.tsx';
import { ACCESS_WORDS } from './words.ts';

export type Source = Access['permissions'][number]['sources'][number];

/** Where a right comes from, in words. */
export const useSourceWords = (): ((source: Source) => string) => {
  const { sources } = useWords(ACCESS_WORDS);
  const names = useRightNames();
  return ({ from, id = '', name = '', by }) => {
    switch (from) {
      case 'role':
        return sources.role(names.role({ role: id, roleName: name }) ?? name, by);
      case 'folder':
        return sources.folder(name);
      case 'grant':
        return sources.grant;
      case 'permission':
        return sources.permission(names.permission(id));
      case 'agency-role':
        return sources.agency(names.role({ role: id, roleName: name }) ?? name);
    }
  };
};
