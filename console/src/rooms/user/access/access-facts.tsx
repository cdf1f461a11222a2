import type { ReactNode } from 'react';
import type { Access } from '../../../api/member-access.ts';
import { useRightNames } from '../../../api/right-names.ts';
import { useWords } from '../../../language/language-provider.tsx';
import { useFormats } from '../../../language/use-formats.ts';
import classes from './access.module.css';
import { ACCESS_WORDS } from './words.ts';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Role, folder, levels, groups and networks of a member, each with where it comes from. */
export const AccessFacts = ({ access }: { access: Access }) => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const { role, folders, groups, lists = [], allowedNetworks, affiliateProfile, agency } = access;
  const roleName = role === undefined ? undefined : names.role({ role: role.role, roleName: role.name });
  return (
    <dl className={classes.facts}>
      <Fact name={words.role}>
        {role === undefined
          ? words.noRole
          : `${roleName}, ${role.by === 'hand' ? words.byHand : words.byFolder}`}
      </Fact>
      <Fact name={words.kind}>{words.kinds[access.designation]}</Fact>
      <Fact name={words.folder}>{folders.map(({ name }) => name).join(' / ')}</Fact>
      <Fact name={words.dataView}>
        {words.dataViews[access.dataViewLevel]}, {words.from[access.dataViewLevelFrom]}
      </Fact>
      <Fact name={words.site}>
        {words.sites[access.sitePermissionLevel]}, {words.from[access.sitePermissionLevelFrom]}
      </Fact>
      <Fact name={words.networks}>
        {allowedNetworks === undefined ? words.anywhere : list(allowedNetworks)}
      </Fact>
      {groups.length > 0 && <Fact name={words.groups}>{list(groups.map(({ name }) => name))}</Fact>}
      {lists.length > 0 && <Fact name={words.lists}>{list(lists.map(({ key }) => key))}</Fact>}
      {affiliateProfile !== undefined && <Fact name={words.affiliate}>{affiliateProfile}</Fact>}
      {agency !== undefined && <Fact name={words.agency}>{names.role({ role: agency.role })}</Fact>}
    </dl>
  );
};
