import { Button, Group } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useSettings } from '../../form/settings.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ApiUserForm } from './api-user-form.tsx';
import { useDraft } from './use-draft.ts';
import { UserForm } from './user-form.tsx';
import { ADD_USER_WORDS } from './words.ts';

/** Adds a user, a section of the form for each of the eight steps (B-5, D-6). */
export default function AddUser() {
  const words = useWords(ADD_USER_WORDS);
  const [search, setSearch] = useSearchParams();
  const settings = useSettings();
  const { draft, change, startOver, forget } = useDraft(search.get('folder') ?? undefined);
  const isFolderNamed = search.has('folder');
  // It is in the form now: a reload finds what has become of it there.
  useEffect(() => {
    if (isFolderNamed) setSearch({}, { replace: true });
  }, [isFolderNamed, setSearch]);
  const isApi = draft.kind === 'api' && draft.step !== 'kind';
  const again = (
    <Button variant="default" leftSection={<RotateCcw size={16} aria-hidden />} onClick={startOver}>
      {words.startOver}
    </Button>
  );
  return (
    <Page title={words.title} about={words.about} actions={<Group>{again}</Group>}>
      {isApi && <ApiUserForm onBack={() => change((before) => ({ ...before, step: 'kind' }))} />}
      {!isApi && settings.data !== undefined && (
        <UserForm settings={settings.data} draft={draft} change={change} forget={forget} />
      )}
      {!isApi && settings.data === undefined && settings.error === null && <Loading />}
      {settings.error !== null && (
        <ProblemNotice error={settings.error} onRetry={() => void settings.refetch()} />
      )}
    </Page>
  );
}
