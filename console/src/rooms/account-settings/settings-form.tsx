import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type AccountSettings, useChangeAccountSettings } from '../../api/account-settings.ts';
import type { Versioned } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import fields from '../../form/fields.module.css';
import { FieldsIn } from '../../form/fields-in.tsx';
import { FormContext } from '../../form/form-context.ts';
import { SettingField } from '../../form/setting-field.tsx';
import type { Setting } from '../../form/settings.ts';
import { textOf, valueAt, withValueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { DefaultNumber } from './default-number.tsx';
import { draftOf, patchOf } from './settings-draft.ts';
import { useDifferences } from './use-differences.ts';
import { ACCOUNT_SETTINGS_WORDS } from './words.ts';

const DIALING = ['firstDailyAttempts', 'secondDailyAttempts', 'callRecording'] as const;
const NOTICES = ['missedCall', 'voicemail'] as const;

interface SettingsFormProps {
  readonly base: Versioned<AccountSettings>;
  /** What the settings of a user are called and take: those of the account are the same. */
  readonly settings: readonly Setting[];
}

/** The settings of the account as a form; saved as a whole, and never over what somebody else has changed. */
export const SettingsForm = ({ base, settings }: SettingsFormProps) => {
  const words = useWords(ACCOUNT_SETTINGS_WORDS);
  const now = draftOf(base.body);
  const [draft, setDraft] = useState(now);
  const [etag, setEtag] = useState(base.etag);
  const { mutate, isPending, isSuccess, error, reset } = useChangeAccountSettings();
  const differences = useDifferences(settings, now, draft);
  const isConflict = isProblem(error, 'changed-meanwhile');
  const form = useMemo(() => {
    const faults = isProblem(error) ? error.faults : [];
    const faultAt = (pointer: string) =>
      faults.find((fault) => fault.pointer === pointer.replace(/^\/employee/, ''))?.detail;
    return { settings, faultAt, Field: SettingField };
  }, [settings, error]);
  const put = (pointer: string) => (value: unknown) => {
    reset();
    setDraft((was) => withValueAt(was, pointer, value));
  };
  const save = (basedOn = etag) =>
    mutate(
      { patch: patchOf(draft), etag: basedOn },
      {
        onSuccess: (saved) => {
          setDraft(draftOf(saved.body));
          setEtag(saved.etag);
        },
      },
    );
  const discard = () => {
    setDraft(now);
    setEtag(base.etag);
    reset();
  };
  return (
    <FormContext value={form}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <Card title={words.dialing}>
            <div className={fields.room}>
              <div className={fields.fields}>
                <FieldsIn
                  of="/dialing"
                  at="/dialing"
                  only={DIALING}
                  value={draft.dialing}
                  onChange={put('/dialing')}
                />
              </div>
            </div>
          </Card>
          <Card title={words.caller}>
            <DefaultNumber
              value={textOf(draft.defaultNumber)}
              onChange={put('/defaultNumber')}
              error={form.faultAt('/defaultNumber')}
            />
          </Card>
          <Card title={words.notifications}>
            <FieldsIn
              of="/employee/notifications"
              at="/employee/notifications"
              only={NOTICES}
              value={valueAt(draft, '/employee/notifications')}
              onChange={put('/employee/notifications')}
            />
          </Card>
          {error !== null && !isConflict && <ProblemNotice error={error} />}
          {isConflict && (
            <ChangedMeanwhile
              differences={differences}
              isPending={isPending}
              onTheirs={discard}
              onMine={() => save(base.etag)}
            />
          )}
          <Group gap="xs" justify="flex-end">
            {isSuccess && differences.length === 0 && (
              <Text size="sm" c="dimmed" role="status">
                {words.saved}
              </Text>
            )}
            <Button variant="default" onClick={discard} disabled={differences.length === 0}>
              {words.discard}
            </Button>
            <Button type="submit" loading={isPending} disabled={differences.length === 0}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormContext>
  );
};
