import { Alert, Button, Group, Input, Stack, Text } from '@mantine/core';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useWords } from '../language/language-provider.tsx';
import { FormContext, useForm } from './form-context.ts';
import classes from './member-form.module.css';
import { MEMBER_FORM_WORDS } from './member-form-words.ts';
import { ReadValue } from './read-value.tsx';
import { SettingField } from './setting-field.tsx';
import { useSettingWords } from './setting-words.ts';
import type { Setting } from './settings.ts';
import { useSavedField } from './use-saved-field.ts';

interface SavedFieldProps {
  readonly userId: string;
  readonly setting: Setting;
  readonly value: unknown;
  /** Whether something is not saved yet, and whether it has been refused. */
  readonly onState: (pointer: string, isOpen: boolean, isRefused: boolean) => void;
}

/** One choice says all: it is not waited for that the field is left. */
const isAtOnce = ({ type, values }: Setting): boolean =>
  type === 'yes-or-no' || (values !== undefined && (type === 'text' || type === 'number'));

const isWide = ({ type }: Setting): boolean => type === 'group' || type === 'choice' || type === 'list';

/** A field of a member, saved by itself when it is left, with an undo beside it (C-12). */
export const SavedField = ({ userId, setting, value, onState }: SavedFieldProps) => {
  const { pointer } = setting;
  const words = useWords(MEMBER_FORM_WORDS);
  const { title } = useSettingWords(setting);
  const { settings } = useForm();
  const field = useSavedField(userId, pointer, value);
  const { state, faults } = field;
  const form = useMemo(
    () => ({
      settings,
      faultAt: (at: string) =>
        faults
          .filter((fault) => fault.pointer === at)
          .map(({ detail }) => detail)
          .join('; ') || undefined,
      Field: SettingField,
    }),
    [settings, faults],
  );
  const place = useRef<HTMLDivElement>(null);
  /** A file may have come after the field was left: nobody leaves it again. */
  const isLeft = () => place.current?.contains(document.activeElement) !== true;
  const isRefused = state.name === 'refused' || state.name === 'changed-meanwhile';
  useEffect(() => onState(pointer, field.isOpen, isRefused), [onState, pointer, field.isOpen, isRefused]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (setting.type !== 'text' && setting.type !== 'number' && setting.type !== 'whole-number') return;
    if (event.key === 'Enter') field.leave();
    if (event.key === 'Escape') field.forget();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what becomes of the field in it
    <div
      ref={place}
      data-wide={isWide(setting) || undefined}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) field.leave();
      }}
    >
      <FormContext value={form}>
        <SettingField
          setting={setting}
          at={pointer}
          value={field.value}
          onChange={(typed) => {
            field.type(typed);
            if (isAtOnce(setting) || isLeft()) field.leave();
          }}
        />
      </FormContext>
      {field.message !== undefined && <Input.Error mt={4}>{field.message}</Input.Error>}
      {state.name === 'changed-meanwhile' && (
        <Alert color="yellow" title={words.changedMeanwhile} mt="xs" role="alert">
          <Stack gap="xs">
            <Text size="sm" component="div">
              {words.theirs}: <ReadValue setting={setting} value={state.theirs} />
            </Text>
            <Text size="sm" component="div">
              {words.mine}: <ReadValue setting={setting} value={field.value} />
            </Text>
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={field.forget}>
                {words.keepTheirs}
              </Button>
              <Button size="xs" variant="default" onClick={() => field.insist(state.theirs)}>
                {words.useMine}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <div className={classes.status} role="status">
        {state.name === 'saving' && words.saving}
        {state.name === 'saved' && (
          <>
            <Check size={14} aria-hidden />
            {words.saved}
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={words.undoOf(title)}
              onClick={() => field.undo(state.before, state.now)}
            >
              {words.undo}
            </Button>
          </>
        )}
      </div>
    </div>
  );
};
