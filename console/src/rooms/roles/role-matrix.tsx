import { MultiSelect, Paper, Stack, Text, VisuallyHidden } from '@mantine/core';
import { Check, TriangleAlert } from 'lucide-react';
import { Fragment, useState } from 'react';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { useRightHelp, useRightNames } from '../../api/right-names.ts';
import type { Role } from '../../api/roles.ts';
import { PICKER_WORDS } from '../../form/picker-words.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { HelpTip } from '../../parts/help-tip.tsx';
import classes from './roles.module.css';
import { useRoleName } from './use-role-name.ts';
import { ROLES_WORDS } from './words.ts';

type PermissionFacts = Catalogue['permissions'][number];

const Cell = ({ role, facts }: { role: Role; facts: PermissionFacts }) => {
  const words = useWords(ROLES_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const has: readonly string[] = role.permissions;
  if (!has.includes(facts.permission))
    return (
      <span className={classes.no}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{words.no}</VisuallyHidden>
      </span>
    );
  const lacking = facts.requires.filter((other) => !has.includes(other));
  if (lacking.length > 0)
    return (
      <>
        <TriangleAlert size={16} className={classes.idle} aria-hidden />
        <VisuallyHidden>{words.without(list(lacking.map(names.permission)))}</VisuallyHidden>
      </>
    );
  return (
    <>
      <Check size={16} className={classes.yes} aria-hidden />
      <VisuallyHidden>{words.yes}</VisuallyHidden>
    </>
  );
};

const PermissionName = ({ facts }: { facts: PermissionFacts }) => {
  const words = useWords(ROLES_WORDS);
  const names = useRightNames();
  const helpOf = useRightHelp();
  const { list } = useFormats();
  const name = names.permission(facts.permission);
  return (
    <div className={classes.permission}>
      <div>
        {name}
        {facts.requires.length > 0 && (
          <div className={classes.needs}>{words.needs(list(facts.requires.map(names.permission)))}</div>
        )}
      </div>
      <HelpTip name={name} text={helpOf('permissions', facts.permission, facts.help)} />
    </div>
  );
};

const MOST_AT_FIRST = 6;

/** What is compared at first: the account’s own roles, then those that one could give. */
const comparedFirst = (roles: readonly Role[]): readonly string[] => {
  const [own, builtIn] = [roles.filter((role) => !role.builtIn), roles.filter((role) => role.builtIn)];
  return [...own, ...builtIn].slice(0, MOST_AT_FIRST).map(({ role }) => role);
};

/** Permissions against roles, with what each permission needs besides (C-14, C-29, C-42). */
export const RoleMatrix = ({ roles }: { roles: readonly Role[] }) => {
  const words = useWords(ROLES_WORDS);
  const titles = useWords(PICKER_WORDS).sections;
  const nameOf = useRoleName();
  const { permissions, sections } = useCatalogue();
  const [compared, setCompared] = useState(() => comparedFirst(roles));
  const shown = compared.flatMap((one) => roles.filter(({ role }) => role === one));
  return (
    <Stack>
      <MultiSelect
        label={words.compared}
        data={roles.map((role) => ({ value: role.role, label: nameOf(role) }))}
        value={[...compared]}
        onChange={setCompared}
        searchable
        hidePickedOptions
        clearable
      />
      {shown.length === 0 ? (
        <Text>{words.nothingToCompare}</Text>
      ) : (
        // Wide tables are scrolled with the keys too.
        <Paper
          withBorder
          className={classes.scroll ?? ''}
          tabIndex={0}
          role="region"
          aria-label={words.matrix}
        >
          <table className={classes.matrix}>
            <thead>
              <tr>
                <th scope="col">{words.permission}</th>
                {shown.map((role) => (
                  <th key={role.role} scope="col">
                    {nameOf(role)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sections.map(({ section, title }) => (
                <Fragment key={section}>
                  <tr>
                    <th scope="rowgroup" className={classes.section}>
                      {titles[section] ?? title}
                    </th>
                    <td colSpan={shown.length} className={classes.section} />
                  </tr>
                  {permissions
                    .filter((facts) => facts.section === section)
                    .map((facts) => (
                      <tr key={facts.permission}>
                        <th scope="row">
                          <PermissionName facts={facts} />
                        </th>
                        {shown.map((role) => (
                          <td key={role.role}>
                            <Cell role={role} facts={facts} />
                          </td>
                        ))}
                      </tr>
                    ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </Paper>
      )}
      <Text size="sm" c="dimmed">
        {words.legend}
      </Text>
    </Stack>
  );
};
