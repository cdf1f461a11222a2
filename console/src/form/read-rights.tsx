import { useFolders } from '../api/folders.ts';
import { useGroups } from '../api/groups.ts';
import { useRightNames } from '../api/right-names.ts';
import { useRoles } from '../api/roles.ts';
import { useFormats } from '../language/use-formats.ts';
import { foldersWithPaths } from './editors/folder-paths.ts';
import { textOf, textsOf } from './values.ts';

interface ReaderProps {
  readonly value: unknown;
}

const FolderName = ({ value }: ReaderProps) => {
  const found = foldersWithPaths(useFolders().data ?? []).find(({ folder }) => folder.folderId === value);
  return found?.path ?? textOf(value);
};

const LicenseNames = ({ value }: ReaderProps) => {
  const names = useRightNames();
  return useFormats().list(textsOf(value).map(names.license));
};

const RoleName = ({ value }: ReaderProps) => {
  const names = useRightNames();
  const found = useRoles().data?.find(({ role }) => role === value);
  return names.role({ role: textOf(value), roleName: found?.name }) ?? textOf(value);
};

const PermissionNames = ({ value }: ReaderProps) => {
  const names = useRightNames();
  return useFormats().list(textsOf(value).map(names.permission));
};

const PageNames = ({ value }: ReaderProps) => {
  const names = useRightNames();
  return useFormats().list(textsOf(value).map(names.page));
};

const GroupNames = ({ value }: ReaderProps) => {
  const { data = [] } = useGroups();
  const { list } = useFormats();
  return list(textsOf(value).map((id) => data.find(({ groupId }) => groupId === id)?.name ?? id));
};

/** What names folders, licenses and rights, by name. */
export const RIGHTS_READERS = {
  '/profile/folderId': FolderName,
  '/licenses/kinds': LicenseNames,
  '/permissions/role': RoleName,
  '/permissions/grants': PermissionNames,
  '/permissions/pages': PageNames,
  '/permissions/groups': GroupNames,
};
