import { useFolders } from '../../../api/folders.ts';
import { useGroups } from '../../../api/groups.ts';
import { useRightNames } from '../../../api/right-names.ts';
import { useRoles } from '../../../api/roles.ts';
import { foldersWithPaths } from '../../../form/editors/folder-paths.ts';
import { useWords } from '../../../language/language-provider.tsx';
import { useFormats } from '../../../language/use-formats.ts';
import type { AccessDraft } from './access-draft.ts';
import { ACCESS_WORDS } from './words.ts';

/** What each field of a draft is called, and what it says. */
export const useDraftWords = () => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const { data: folders = [] } = useFolders();
  const { data: roles = [] } = useRoles();
  const { data: groups = [] } = useGroups();
  const titles: Readonly<Record<keyof AccessDraft, string>> = {
    folderId: words.folder,
    role: words.role,
    dataViewLevel: words.dataView,
    sitePermissionLevel: words.site,
    grants: words.permissions,
    pages: words.pages,
    groups: words.groups,
    affiliateProfile: words.affiliate,
    allowedNetworks: words.networks,
    agencyRole: words.agency,
  };
  const textOf = (draft: AccessDraft, field: keyof AccessDraft): string => {
    const { role, dataViewLevel, sitePermissionLevel, agencyRole } = draft;
    switch (field) {
      case 'folderId':
        return foldersWithPaths(folders).find(({ folder }) => folder.folderId === draft.folderId)?.path ?? '';
      case 'role':
        if (role === null) return words.byFolder;
        return names.role({ role, roleName: roles.find((one) => one.role === role)?.name }) ?? role;
      case 'dataViewLevel':
        return dataViewLevel === null ? words.asRole : words.dataViews[dataViewLevel];
      case 'sitePermissionLevel':
        return sitePermissionLevel === null ? words.asRole : words.sites[sitePermissionLevel];
      case 'grants':
        return list(draft.grants.map(names.permission));
      case 'pages':
        return draft.pages === null ? words.asRole : list(draft.pages.map(names.page));
      case 'groups':
        return list(draft.groups.map((id) => groups.find(({ groupId }) => groupId === id)?.name ?? id));
      case 'affiliateProfile':
        return draft.affiliateProfile ?? '';
      case 'allowedNetworks':
        return draft.allowedNetworks === null ? words.anywhere : list(draft.allowedNetworks);
      case 'agencyRole':
        return (agencyRole !== null && names.role({ role: agencyRole })) || words.none;
    }
  };
  return { titles, textOf };
};
