import { useRightNames } from '../../api/right-names.ts';
import type { Role } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import type { Difference } from '../../parts/changed-meanwhile.tsx';
import { draftOf, type RoleDraft } from './role-draft.ts';
import { ROLES_WORDS } from './words.ts';

/** Where a role as it is now and as one wants it are not the same, in words. */
export const useDifferences = (now: Role | undefined, mine: RoleDraft): readonly Difference[] => {
  const words = useWords(ROLES_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  if (now === undefined) return [];
  const told = (draft: RoleDraft) => [
    [words.name, draft.name],
    [words.help, draft.help],
    [words.form.designation, words.designations[draft.designation]],
    [words.data, words.dataLevels[draft.dataViewLevel]],
    [words.site, words.siteLevels[draft.sitePermissionLevel]],
    [words.groups, draft.mayJoinGroups ? words.groupsYes : words.groupsNo],
    [words.pages, list(draft.pages.map(names.page).toSorted())],
    [words.permissions, list(draft.permissions.map(names.permission).toSorted())],
  ];
  const theirs = told(draftOf(now));
  return told(mine).flatMap(([name = '', value = ''], index) => {
    const other = theirs[index]?.[1] ?? '';
    return other === value ? [] : [{ name, theirs: other, mine: value }];
  });
};
