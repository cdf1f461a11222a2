import { Group, Paper, Text, Title } from '@mantine/core';
import { useCatalogue } from '../../api/catalogue.ts';
import { useRightHelp, useRightNames } from '../../api/right-names.ts';
import type { Role } from '../../api/roles.ts';
import { PICKER_WORDS } from '../../form/picker-words.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { HelpTip } from '../../parts/help-tip.tsx';
import classes from './roles.module.css';
import { ROLES_WORDS } from './words.ts';

const WhatItIs = ({ role }: { role: Role }) => {
  const words = useWords(ROLES_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  return (
    <Paper withBorder p="lg" component="section" aria-label={words.facts}>
      <Facts
        facts={[
          [words.kind, words.designations[role.designation]],
          [words.data, words.dataLevels[role.dataViewLevel]],
          [words.site, words.siteLevels[role.sitePermissionLevel]],
          [words.groups, role.mayJoinGroups ? words.groupsYes : words.groupsNo],
          [words.giving, role.givable ? words.yours : words.notYours],
          [words.pages, role.pages.length === 0 ? words.noPages : list(role.pages.map(names.page))],
        ]}
      />
    </Paper>
  );
};

const Permissions = ({ role }: { role: Role }) => {
  const words = useWords(ROLES_WORDS);
  const titles = useWords(PICKER_WORDS).sections;
  const names = useRightNames();
  const helpOf = useRightHelp();
  const { list } = useFormats();
  const { permissions, sections } = useCatalogue();
  const has: readonly string[] = role.permissions;
  const held = permissions.filter(({ permission }) => has.includes(permission));
  return (
    <Card title={words.permissions}>
      {held.length === 0 && <Text>{words.noPermissions}</Text>}
      <div className={classes.sections}>
        {sections
          .filter(({ section }) => held.some((one) => one.section === section))
          .map(({ section, title }) => (
            <div key={section}>
              <Title order={3} size="h6">
                {titles[section] ?? title}
              </Title>
              <ul className={classes.rights}>
                {held
                  .filter((one) => one.section === section)
                  .map(({ permission, help, requires }) => {
                    const name = names.permission(permission);
                    const lacking = requires.filter((other) => !has.includes(other));
                    return (
                      <li key={permission}>
                        <Group gap={4} wrap="nowrap">
                          {name}
                          <HelpTip name={name} text={helpOf('permissions', permission, help)} />
                        </Group>
                        {lacking.length > 0 && (
                          <Text size="xs" c="dimmed">
                            {words.without(list(lacking.map(names.permission)))}
                          </Text>
                        )}
                      </li>
                    );
                  })}
              </ul>
            </div>
          ))}
      </div>
    </Card>
  );
};

/** What a role is and gives (C-8). */
export const RoleFacts = ({ role }: { role: Role }) => (
  <>
    <WhatItIs role={role} />
    <Permissions role={role} />
  </>
);
