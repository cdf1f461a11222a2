import { Button, Paper, Text, Title } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import type { Member } from '../api/members.ts';
import { useWords } from '../language/language-provider.tsx';
import { FormContext } from './form-context.ts';
import { LockedField } from './locked-field.tsx';
import classes from './member-form.module.css';
import { MEMBER_FORM_WORDS } from './member-form-words.ts';
import { type MemberPart, settingsOf } from './member-parts.ts';
import { ReadRow } from './read-row.tsx';
import { SavedField } from './saved-field.tsx';
import { SettingField } from './setting-field.tsx';
import type { Settings } from './settings.ts';
import { valueAt } from './values.ts';

interface PartProps {
  readonly member: Member;
  readonly settings: Settings;
  readonly part: MemberPart;
}

const NOTHING_WRONG = () => undefined;

/** One part of a profile: text to read, and with Edit the same fields as when somebody is added. */
export const Part = ({ member, settings, part }: PartProps) => {
  const words = useWords(MEMBER_FORM_WORDS);
  const heading = useId();
  const [mode, setMode] = useState<'reading' | 'editing' | 'leaving'>('reading');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const fields = useMemo(() => settingsOf(part, settings.settings), [part, settings]);
  const form = useMemo(
    () => ({ settings: settings.settings, faultAt: NOTHING_WRONG, Field: SettingField }),
    [settings],
  );
  const mayEdit = fields.some(({ pointer }) => member.mayChange.includes(pointer));

  const onState = useCallback((pointer: string, isOpen: boolean, isRefused: boolean) => {
    setOpen((before) => {
      if (before.has(pointer) === isOpen) return before;
      const after = new Set(before);
      if (isOpen) after.add(pointer);
      else after.delete(pointer);
      return after;
    });
    // Who leaves sees what was not taken first.
    if (isRefused) setMode((before) => (before === 'leaving' ? 'editing' : before));
  }, []);
  const isLeft = mode === 'leaving' && open.size === 0;
  useEffect(() => {
    if (isLeft) setMode('reading');
  }, [isLeft]);
  const isReading = mode === 'reading';

  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={heading} className={classes.part ?? ''}>
      <div className={classes.head}>
        <div>
          <Title order={2} id={heading} className={classes.title ?? ''}>
            {words.parts[part]}
          </Title>
          {words.about[part] !== undefined && (
            <Text size="sm" c="dimmed">
              {words.about[part]}
            </Text>
          )}
        </div>
        {mayEdit && (
          <Button
            size="xs"
            variant="default"
            loading={mode === 'leaving'}
            leftSection={isReading ? <Pencil size={14} aria-hidden /> : undefined}
            aria-label={isReading ? words.editPart(words.parts[part]) : undefined}
            onClick={() => setMode(isReading ? 'editing' : 'leaving')}
          >
            {isReading ? words.edit : words.done}
          </Button>
        )}
      </div>
      <FormContext value={form}>
        {isReading ? (
          <dl className={classes.list}>
            {fields.map((setting) => (
              <ReadRow key={setting.pointer} member={member} setting={setting} />
            ))}
          </dl>
        ) : (
          <div className={classes.fields}>
            {fields.map((setting) => {
              const value = valueAt(member.sections, setting.pointer);
              return member.mayChange.includes(setting.pointer) ? (
                <SavedField
                  key={setting.pointer}
                  userId={member.userId}
                  setting={setting}
                  value={value}
                  onState={onState}
                />
              ) : (
                <LockedField key={setting.pointer} member={member} setting={setting} value={value} />
              );
            })}
          </div>
        )}
      </FormContext>
    </Paper>
  );
};
