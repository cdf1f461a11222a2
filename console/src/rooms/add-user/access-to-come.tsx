import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import {
  type AccessPreview,
  type NewMemberPreviewRequest,
  useNewMemberPreview,
} from '../../api/new-member.ts';
import { useRightNames } from '../../api/right-names.ts';
import { isRecord, type Draft as Sections, valueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import classes from './access-to-come.module.css';
import { ADD_USER_WORDS } from './words.ts';

/** What the form has made, as the API takes it: it says itself what is wrong with it. */
const isAsked = (value: unknown): value is NewMemberPreviewRequest => isRecord(value);

const Permissions = ({ access }: { access: AccessPreview['access'] }) => {
  const words = useWords(ADD_USER_WORDS).access;
  const names = useRightNames();
  const { list } = useFormats();
  return (
    <ul className={classes.permissions}>
      {access.permissions.map(({ permission, effective, lacks, sources }) => (
        <li key={permission} data-idle={!effective || undefined}>
          {names.permission(permission)}
          <Text span size="xs" c="dimmed" ms="xs">
            {effective
              ? list([...new Set(sources.map(({ from }) => words.from[from]))])
              : words.lacks(list(lacks.map(names.permission)))}
          </Text>
        </li>
      ))}
    </ul>
  );
};

/** What the new user will be able to do, and where each of it comes from (C-15, E-18, E-19, X-5). */
export const AccessToCome = ({ sections }: { sections: Sections }) => {
  const words = useWords(ADD_USER_WORDS).access;
  const names = useRightNames();
  const { list } = useFormats();
  const folderId = valueAt(sections, '/profile/folderId');
  const asked = { ...(folderId !== undefined && { folderId }), permissions: sections.permissions ?? {} };
  const { data, error } = useNewMemberPreview(isAsked(asked) ? asked : { permissions: {} });
  if (error !== null) return <ProblemNotice error={error} />;
  if (data === undefined) return <Loading />;
  const { access, warnings, refusals } = data;
  return (
    <section aria-label={words.title}>
      <Stack gap="sm">
        <div>
          <Title order={3} size="h5">
            {words.title}
          </Title>
          <Text size="sm" c="dimmed">
            {words.about}
          </Text>
        </div>
        {refusals.length > 0 && (
          <Alert color="red" icon={<TriangleAlert />} title={words.refusals}>
            <List size="sm">
              {refusals.map(({ pointer, detail }) => (
                <List.Item key={`${pointer} ${detail}`}>{detail}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        {warnings.map(({ code, detail }) => (
          <Alert key={`${code} ${detail}`} color="yellow" icon={<TriangleAlert />}>
            {detail}
          </Alert>
        ))}
        {access.permissions.length === 0 ? <Text>{words.none}</Text> : <Permissions access={access} />}
        <Text size="sm">
          <Text span fw={500}>{`${words.pages}: `}</Text>
          {access.pages.length === 0 ? words.noPages : list(access.pages.map(({ page }) => names.page(page)))}
        </Text>
      </Stack>
    </section>
  );
};
