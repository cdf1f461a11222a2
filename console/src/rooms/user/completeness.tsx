import { List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useCompleteness } from '../../api/members.ts';
import { useSettings } from '../../form/settings.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useSettingTitle } from './setting-title.ts';
import { USER_WORDS } from './words.ts';

/** What is missing from a profile, and which fields of email templates stay empty because of it. */
export const Completeness = ({ userId }: { userId: string }) => {
  const words = useWords(USER_WORDS);
  const heading = useId();
  const titleOf = useSettingTitle(useSettings().data?.settings);
  const { data } = useCompleteness(userId);
  if (data === undefined) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={heading}>
      <Stack gap="sm">
        <Title order={2} id={heading} fz="lg">
          {words.completeness}
        </Title>
        <Progress value={data.percent} size="sm" aria-label={words.percent(data.percent)} />
        <Text size="sm">{data.complete ? words.complete : words.percent(data.percent)}</Text>
        {!data.complete && (
          <>
            <Text size="sm" c="dimmed">
              {words.missing}
            </Text>
            <List size="sm" spacing={4}>
              {data.missing.map(({ pointer, templateField, detail }) => (
                <List.Item key={pointer}>
                  <b>{titleOf(pointer)}</b> {words.stays(detail, templateField)}
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Stack>
    </Paper>
  );
};
