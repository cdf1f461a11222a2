import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { Versioned } from '../../api/client.ts';
import { type Folder, useSaveFolder } from '../../api/folders.ts';
import { isProblem } from '../../api/problem.ts';
import { notHeldIn } from '../../form/right-keys.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { FolderChanges, useDifferences } from './folder-changes.tsx';
import { concernsOthers, draftOf, type FolderDraft, isSame, requestOf } from './folder-draft.ts';
import { FolderFields } from './folder-fields.tsx';
import { FOLDERS_WORDS } from './words.ts';

interface FolderFormProps {
  readonly title: string;
  readonly start: FolderDraft;
  /** The folder that is changed, as it is now; none to make one. */
  readonly base?: Versioned<Folder>;
  readonly onDone: (folder: Folder) => void;
  readonly onCancel: () => void;
}

/** Makes, renames, moves or changes a folder: nobody gives by it what they do not hold, nor overwrites others. */
export const FolderForm = ({ title, start, base, onDone, onCancel }: FolderFormProps) => {
  const words = useWords(FOLDERS_WORDS);
  const [draft, setDraft] = useState(start);
  const [etag, setEtag] = useState(base?.etag);
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, error } = useSaveFolder();
  const now = base === undefined ? start : draftOf(base.body);
  const differences = useDifferences(now, draft);
  const isConflict = isProblem(error, 'changed-meanwhile');
  const faults = isProblem(error) ? error.faults : [];
  const faultAt = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.detail;
  const save = (basedOn = etag) => {
    const of =
      base === undefined || basedOn === undefined
        ? {}
        : { of: { folderId: base.body.folderId, etag: basedOn } };
    mutate({ body: requestOf(draft), ...of }, { onSuccess: onDone, onSettled: () => setAsked(false) });
  };
  const isUnchanged = base !== undefined && isSame(now, draft);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (base !== undefined && concernsOthers(now, draft)) setAsked(true);
        else save();
      }}
    >
      <Stack gap="md">
        <Title order={2} size="h3">
          {title}
        </Title>
        <FolderFields
          draft={draft}
          onChange={setDraft}
          folder={base?.body}
          faultAt={faultAt}
          notHeld={notHeldIn(faults)}
        />
        {error !== null && !isConflict && (
          <ProblemNotice error={error} faultsShown={!isProblem(error, 'more-than-held', 'not-in-folder')} />
        )}
        <FormEnd
          conflict={isConflict ? differences : undefined}
          onSaveOver={() => {
            setEtag(base?.etag);
            save(base?.etag);
          }}
          cancel={words.cancel}
          onCancel={onCancel}
          save={base === undefined ? words.create : words.save}
          isPending={isPending}
          isDisabled={draft.name.trim() === '' || isUnchanged}
        />
      </Stack>
      <Confirm
        opened={isAsked}
        title={words.confirm.title(now.name)}
        action={words.confirm.do}
        onConfirm={() => save()}
        onCancel={() => setAsked(false)}
        isPending={isPending}
      >
        <FolderChanges before={now} after={draft} />
      </Confirm>
    </form>
  );
};
