import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useAccount } from '../../../api/account.tsx';
import { useFolders } from '../../../api/folders.ts';
import { useGroups } from '../../../api/groups.ts';
import { useMe } from '../../../api/me.ts';
import { useRightNames } from '../../../api/right-names.ts';
import { foldersWithPaths } from '../../../form/editors/folder-paths.ts';
import { useWords } from '../../../language/language-provider.tsx';
import classes from './access.module.css';
import type { AccessFieldsProps } from './access-draft.ts';
import { RoleChoice } from './role-choice.tsx';
import { ACCESS_WORDS } from './words.ts';

const AGENCY_ROLES = ['agency-administrator', 'agency-billing-manager', 'marketing-manager'] as const;

const LEVELS = ['own', 'folder', 'group', 'account', 'agency'] as const;
const SITE_LEVELS = ['user', 'manager', 'administrator'] as const;

/** Folder, role, levels, groups, networks and agency role of a member, as far as they are given by hand. */
export const AccessFields = (props: AccessFieldsProps) => {
  const { draft, onChange, faultAt } = props;
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const { may } = useAccount();
  const { agency } = useMe();
  const { data: folders = [] } = useFolders();
  const { data: groups = [] } = useGroups();
  const networks = draft.allowedNetworks ?? [];
  const networkFault = [
    faultAt('/allowedNetworks'),
    ...networks.map((_, at) => faultAt(`/allowedNetworks/${at}`)),
  ]
    .filter((fault) => fault !== undefined)
    .join('; ');
  return (
    <div className={classes.fields}>
      <Select
        label={words.folder}
        data={foldersWithPaths(folders).map(({ folder, path }) => ({ value: folder.folderId, label: path }))}
        value={draft.folderId}
        onChange={(folderId) => folderId !== null && onChange({ folderId })}
        allowDeselect={false}
        searchable
        error={faultAt('/folderId')}
      />
      <RoleChoice {...props} />
      <Select
        label={words.dataView}
        placeholder={words.asRole}
        data={LEVELS.map((value) => ({ value, label: words.dataViews[value] }))}
        value={draft.dataViewLevel}
        onChange={(dataViewLevel) => onChange({ dataViewLevel })}
        clearable
        error={faultAt('/dataViewLevel')}
      />
      <Select
        label={words.site}
        placeholder={words.asRole}
        data={SITE_LEVELS.map((value) => ({ value, label: words.sites[value] }))}
        value={draft.sitePermissionLevel}
        onChange={(sitePermissionLevel) => onChange({ sitePermissionLevel })}
        clearable
        error={faultAt('/sitePermissionLevel')}
      />
      {may('listGroups') && (groups.length > 0 || draft.groups.length > 0) && (
        <MultiSelect
          label={words.groups}
          data={groups.map(({ groupId, name }) => ({ value: groupId, label: name }))}
          value={[...draft.groups]}
          onChange={(chosen) => onChange({ groups: chosen })}
          searchable
          hidePickedOptions
          error={faultAt('/groups')}
        />
      )}
      <TagsInput
        label={words.networks}
        description={words.networksHelp}
        value={[...networks]}
        onChange={(typed) => onChange({ allowedNetworks: typed.length === 0 ? null : typed })}
        error={networkFault || undefined}
      />
      <TextInput
        label={words.affiliate}
        value={draft.affiliateProfile ?? ''}
        onChange={(event) => onChange({ affiliateProfile: event.currentTarget.value || null })}
        error={faultAt('/affiliateProfile')}
      />
      {(agency !== undefined || draft.agencyRole !== null) && (
        <Select
          label={words.agency}
          description={words.agencyHelp}
          placeholder={words.none}
          data={AGENCY_ROLES.map((value) => ({ value, label: names.role({ role: value }) ?? value }))}
          value={draft.agencyRole}
          onChange={(agencyRole) => onChange({ agencyRole })}
          clearable
          error={faultAt('/agencyRole')}
        />
      )}
    </div>
  );
};
