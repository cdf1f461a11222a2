import type { Access } from '../../../api/member-access.ts';
import { useRightNames } from '../../../api/right-names.ts';
import { useWords } from '../../../language/language-provider.tsx';
import { useFormats } from '../../../language/use-formats.ts';
import { Facts } from '../../../parts/facts.tsx';
import { ACCESS_WORDS } from './words.ts';

type Fact = readonly [name: string, value: string | undefined];

/** Role, folder, levels, groups and networks of a member, each with where it comes from. */
export const AccessFacts = ({ access }: { access: Access }) => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const { role, folders, groups, lists = [], allowedNetworks, affiliateProfile, agency } = access;
  const roleName = role === undefined ? undefined : names.role({ role: role.role, roleName: role.name });
  const facts: readonly Fact[] = [
    [
      words.role,
      role === undefined
        ? words.noRole
        : `${roleName}, ${role.by === 'hand' ? words.byHand : words.byFolder}`,
    ],
    [words.kind, words.kinds[access.designation]],
    [words.folder, folders.map(({ name }) => name).join(' / ')],
    [words.dataView, `${words.dataViews[access.dataViewLevel]}, ${words.from[access.dataViewLevelFrom]}`],
    [words.site, `${words.sites[access.sitePermissionLevel]}, ${words.from[access.sitePermissionLevelFrom]}`],
    [words.networks, allowedNetworks === undefined ? words.anywhere : list(allowedNetworks)],
  ];
  // Said of those who have some.
  const some: readonly Fact[] = [
    [words.groups, list(groups.map(({ name }) => name))],
    [words.lists, list(lists.map(({ key }) => key))],
    [words.affiliate, affiliateProfile],
    [words.agency, agency === undefined ? undefined : names.role({ role: agency.role })],
  ];
  return <Facts facts={[...facts, ...some.filter(([, value]) => value)]} />;
};
