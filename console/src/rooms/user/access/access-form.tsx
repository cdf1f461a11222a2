import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Versioned } from '../../../api/client.ts';
import { type Access, useAccessPreview, useChangeAccess } from '../../../api/member-access.ts';
import type { Member } from '../../../api/members.ts';
import { isProblem } from '../../../api/problem.ts';
import { PagePicker } from '../../../form/page-picker.tsx';
import { PermissionPicker } from '../../../form/permission-picker.tsx';
import { useWords } from '../../../language/language-provider.tsx';
import { ChangedMeanwhile } from '../../../parts/changed-meanwhile.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import classes from './access.module.css';
import {
  type AccessDraft,
  changeIn,
  conflictsIn,
  draftOf,
  pagesAmong,
  permissionsAmong,
} from './access-draft.ts';
import { AccessFields } from './access-fields.tsx';
import { AccessPreviewCard } from './access-preview.tsx';
import { useDraftWords } from './draft-words.ts';
import { useSourceWords } from './sources.ts';
import { ACCESS_WORDS } from './words.ts';

interface AccessFormProps {
  readonly member: Member;
  readonly current: Versioned<Access>;
  readonly onDone: (isSaved: boolean) => void;
}

const WAIT_MS = 200;

/** What comes by itself, whatever is ticked: by permission, from where. */
const useInherited = (access: Access): Readonly<Record<string, string>> => {
  const sourceOf = useSourceWords();
  return Object.fromEntries(
    access.permissions.flatMap(({ permission, sources }) => {
      const others = sources.filter(({ from }) => from !== 'grant');
      return others.length === 0 ? [] : [[permission, `${others.map(sourceOf).join(' · ')}.`]];
    }),
  );
};

/** Why nothing has been saved: consequences to confirm stand among the warnings already. */
const SaveProblem = ({ error }: { error: Error }) => {
  const words = useWords(ACCESS_WORDS);
  if (isProblem(error, 'confirmation-required')) return <Alert color="yellow">{words.confirmAll}</Alert>;
  if (isProblem(error, 'changed-meanwhile')) return <Alert color="yellow">{words.meanwhile}</Alert>;
  return <ProblemNotice error={error} />;
};

/** Changes what a member may do; beside it stands what that adds, takes away and breaks. */
export const AccessForm = ({ member, current, onDone }: AccessFormProps) => {
  const words = useWords(ACCESS_WORDS);
  const now = draftOf(member, current.body);
  const [before, setBefore] = useState(now);
  const [draft, setDraft] = useState(before);
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const change = useMemo(() => changeIn(before, draft), [before, draft]);
  const [asked] = useDebouncedValue(change, WAIT_MS);
  const preview = useAccessPreview(member.userId, asked);
  const save = useChangeAccess(member.userId);
  const put = (part: Partial<AccessDraft>) => setDraft({ ...draft, ...part });
  const isChanged = Object.keys(change).length > 0;
  const shown = isChanged && preview.data !== undefined ? preview.data : undefined;
  const access = shown?.access ?? current.body;
  const inherited = useInherited(access);
  const { titles, textOf } = useDraftWords();
  const conflicts = conflictsIn(before, now, change);
  const faults = [
    ...(shown?.refusals ?? []),
    ...(isProblem(preview.error) ? preview.error.faults : []),
    ...(isProblem(save.error) ? save.error.faults : []),
  ];
  const faultAt = (pointer: string): string | undefined => {
    const details = faults.filter((fault) => fault.pointer === pointer).map(({ detail }) => detail);
    return details.length === 0 ? undefined : [...new Set(details)].join('; ');
  };
  const submit = () =>
    save.mutate(
      {
        etag: current.etag,
        body: {
          ...change,
          confirm: (shown?.warnings ?? []).flatMap(({ code }) =>
            confirmed.includes(code) && code !== 'missing-requirement' ? [code] : [],
          ),
        },
      },
      { onSuccess: () => onDone(true) },
    );
  const pagesOfRole = access.pages.flatMap(({ page, sources }) =>
    sources.some(({ from }) => from === 'role') ? [page] : [],
  );
  return (
    <div className={classes.form}>
      <Stack gap="lg">
        <Paper withBorder p="lg">
          <AccessFields draft={draft} onChange={put} faultAt={faultAt} />
        </Paper>
        <Paper withBorder p="lg">
          <Title order={2} fz="lg" mb="md">
            {words.permissions}
          </Title>
          <PermissionPicker
            value={draft.grants}
            onChange={(grants) => put({ grants: permissionsAmong(grants) })}
            inherited={inherited}
            error={faultAt('/grants')}
            faultAt={(index) => faultAt(`/grants/${index}`)}
          />
        </Paper>
        <Paper withBorder p="lg">
          <Title order={2} fz="lg" mb="md">
            {words.pages}
          </Title>
          <PagePicker
            value={draft.pages ?? undefined}
            onChange={(pages) => put({ pages: pages === undefined ? null : pagesAmong(pages) })}
            ofRole={pagesOfRole}
            error={faultAt('/pages')}
          />
        </Paper>
      </Stack>
      <Paper
        withBorder
        p="lg"
        className={classes.preview ?? ''}
        component="section"
        aria-label={words.preview}
      >
        <Stack gap="md">
          <AccessPreviewCard
            preview={shown}
            isChanged={isChanged}
            confirmed={confirmed}
            onConfirm={setConfirmed}
          />
          {preview.error !== null && <ProblemNotice error={preview.error} />}
          {conflicts.length > 0 && (
            <ChangedMeanwhile
              differences={conflicts.map((field) => ({
                name: titles[field],
                theirs: textOf(now, field),
                mine: textOf(draft, field),
              }))}
              onTheirs={() => {
                setDraft({ ...draft, ...Object.fromEntries(conflicts.map((field) => [field, now[field]])) });
                setBefore(now);
              }}
              isPending={save.isPending}
              onMine={() => {
                setBefore(now);
                submit();
              }}
            />
          )}
          {save.error !== null && conflicts.length === 0 && <SaveProblem error={save.error} />}
          <Group gap="xs">
            <Button onClick={submit} loading={save.isPending} disabled={!isChanged || conflicts.length > 0}>
              {words.save}
            </Button>
            <Button variant="default" onClick={() => onDone(false)}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </div>
  );
};
