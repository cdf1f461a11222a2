import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Versioned } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useRightNames } from '../../api/right-names.ts';
import { type Role, type RoleWithMembers, useSaveRole } from '../../api/roles.ts';
import { notHeldIn, without } from '../../form/right-keys.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { draftOf, isSame, NEW_ROLE, type RoleDraft, requestOf } from './role-draft.ts';
import { RoleFields } from './role-fields.tsx';
import { useDifferences } from './use-differences.ts';
import { useFoldersGiving } from './who-has-it.tsx';
import { ROLES_WORDS } from './words.ts';

/** What a change adds and takes away, and for whom it counts at once. */
const Effect = ({ before, draft }: { before: RoleWithMembers; draft: RoleDraft }) => {
  const words = useWords(ROLES_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const folders = useFoldersGiving(before.role);
  const byHand = before.members?.length ?? 0;
  const told = (keys: readonly string[]) => list(keys.map(names.permission));
  const adds = without(draft.permissions, before.permissions);
  const takes = without(before.permissions, draft.permissions);
  return (
    <Stack gap="xs">
      {adds.length > 0 && <Text>{words.form.adds(told(adds))}</Text>}
      {takes.length > 0 && <Text>{words.form.takes(told(takes))}</Text>}
      <Text>
        {byHand + folders.length === 0 ? words.who.noEffect : words.who.effect(byHand, folders.length)}
      </Text>
    </Stack>
  );
};

interface RoleFormProps {
  /** The role that is changed, as it is now; none to make one. */
  readonly base?: Versioned<RoleWithMembers>;
  readonly onDone: (role: Role) => void;
  readonly onCancel: () => void;
}

/** Makes a role or changes one; nobody gives by it what they do not hold, nor overwrites what others have done. */
export const RoleForm = ({ base, onDone, onCancel }: RoleFormProps) => {
  const words = useWords(ROLES_WORDS);
  const [draft, setDraft] = useState(base === undefined ? NEW_ROLE : draftOf(base.body));
  // What the draft began with: later versions are somebody else’s.
  const [etag, setEtag] = useState(base?.etag);
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, error, reset } = useSaveRole();
  const differences = useDifferences(base?.body, draft);
  const isConflict = isProblem(error, 'changed-meanwhile');
  const faults = isProblem(error) ? error.faults : [];
  const faultAt = (pointer: string) => faults.find((fault) => fault.pointer.startsWith(pointer))?.detail;
  const save = (basedOn = etag) => {
    const of =
      base === undefined || basedOn === undefined ? {} : { of: { role: base.body.role, etag: basedOn } };
    mutate({ body: requestOf(draft), ...of }, { onSuccess: onDone, onSettled: () => setAsked(false) });
  };
  const isUnchanged = base !== undefined && isSame(draft, draftOf(base.body));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (base === undefined) save();
        else setAsked(true);
      }}
    >
      <Stack gap="md">
        <RoleFields draft={draft} onChange={setDraft} faultAt={faultAt} notHeld={notHeldIn(faults)} />
        {error !== null && !isConflict && (
          <ProblemNotice error={error} faultsShown={!isProblem(error, 'more-than-held')} />
        )}
        <FormEnd
          conflict={isConflict ? differences : undefined}
          onSaveOver={() => {
            setEtag(base?.etag);
            save(base?.etag);
          }}
          cancel={words.form.cancel}
          onCancel={onCancel}
          save={base === undefined ? words.form.create : words.form.save}
          isPending={isPending}
          isDisabled={draft.name.trim() === '' || isUnchanged}
        />
      </Stack>
      {base !== undefined && (
        <Confirm
          opened={isAsked}
          title={words.form.confirm(base.body.name)}
          action={words.form.doChange}
          onConfirm={() => save()}
          onCancel={() => {
            setAsked(false);
            reset();
          }}
          isPending={isPending}
        >
          <Effect before={base.body} draft={draft} />
        </Confirm>
      )}
    </form>
  );
};
