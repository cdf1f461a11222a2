import { Paper, Table, Title } from '@mantine/core';
import { useSettingWords } from '../../form/setting-words.ts';
import { type SectionFacts, type Settings, useSettings } from '../../form/settings.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { SettingRow } from './setting-row.tsx';
import classes from './settings-table.module.css';
import { SETTINGS_TABLE_WORDS } from './words.ts';

const Section = ({ facts, settings }: { facts: SectionFacts; settings: Settings['settings'] }) => {
  const words = useWords(SETTINGS_TABLE_WORDS);
  const { title, help } = useSettingWords({ ...facts, pointer: `/${facts.section}` });
  const id = `section-${facts.section}`;
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id}>
        {words.step(facts.step, title)}
      </Title>
      <p className={classes.help}>{help}</p>
      <Paper withBorder className={classes.scroll ?? ''} tabIndex={0} role="group" aria-labelledby={id}>
        <Table verticalSpacing="xs" horizontalSpacing="sm" mod="stacked" className={classes.table ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.setting}</Table.Th>
              <Table.Th scope="col">{words.meaning}</Table.Th>
              <Table.Th scope="col">{words.values}</Table.Th>
              <Table.Th scope="col">{words.changedBy}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {settings
              .filter(({ section }) => section === facts.section)
              .map((setting) => (
                <SettingRow key={`${setting.pointer} ${setting.when ?? ''}`} setting={setting} />
              ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
};

/** Every setting of a user with its explanation, as the contract has it. */
export default function SettingsTable() {
  const words = useWords(SETTINGS_TABLE_WORDS);
  const { data, error, refetch } = useSettings();
  return (
    <Page title={words.title} about={words.about}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.sections.map((facts) => (
        <Section key={facts.section} facts={facts} settings={data.settings} />
      ))}
    </Page>
  );
}
