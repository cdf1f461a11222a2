import { Button, Group, Paper } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useMe } from '../../api/me.ts';
import { useCompleteness, useMember } from '../../api/members.ts';
import classes from '../../form/fields.module.css';
import { FormContext } from '../../form/form-context.ts';
import { SavedField } from '../../form/saved-field.tsx';
import { SettingField } from '../../form/setting-field.tsx';
import { useSettings } from '../../form/settings.ts';
import { valueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { useNextOfWelcome } from './next-of-welcome.ts';
import { Progress } from './progress.tsx';
import { WELCOME_WORDS } from './words.ts';

const NOTHING_WRONG = () => undefined;

/** What is missing from one's own profile, as far as it is one's own to fill in. Nobody must. */
export default function CompleteProfile() {
  const words = useWords(WELCOME_WORDS).profile;
  const { userId } = useMe();
  const member = useMember(userId);
  const completeness = useCompleteness(userId);
  const settings = useSettings();
  const next = useNextOfWelcome();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<readonly string[]>();
  const [open, setOpen] = useState<readonly string[]>([]);
  const [isLeaving, setLeaving] = useState(false);

  const mine = member.data?.body.mayChange;
  const missing = completeness.data?.missing;
  useEffect(() => {
    if (mine === undefined || missing === undefined) return;
    // What has been filled in stays there to be seen.
    setAsked((before) => before ?? missing.map(({ pointer }) => pointer).filter((one) => mine.includes(one)));
  }, [mine, missing]);

  const onState = useCallback((pointer: string, isOpen: boolean, isRefused: boolean) => {
    setOpen((before) => [...before.filter((one) => one !== pointer), ...(isOpen ? [pointer] : [])]);
    if (isRefused) setLeaving(false);
  }, []);
  const isLeft = isLeaving && open.length === 0;
  useEffect(() => {
    if (isLeft) void navigate(next.to, { state: next.state, replace: true });
  }, [isLeft, navigate, next]);

  const form = useMemo(
    () => ({ settings: settings.data?.settings ?? [], faultAt: NOTHING_WRONG, Field: SettingField }),
    [settings.data],
  );
  // What cannot be read now is not worth keeping anybody: the profile is in their settings.
  const hasFailed = member.isError || completeness.isError || settings.isError;
  if (hasFailed || asked?.length === 0) return <Navigate {...next} replace />;
  if (asked === undefined || member.data === undefined || settings.data === undefined) return <Loading />;
  const { sections } = member.data.body;
  return (
    <Page title={words.title} about={words.intro} narrow>
      <Progress at="profile" />
      <Paper withBorder p="lg" className={classes.room ?? ''}>
        <FormContext value={form}>
          <div className={classes.fields}>
            {form.settings
              .filter(({ pointer }) => asked.includes(pointer))
              .map((setting) => (
                <SavedField
                  key={setting.pointer}
                  userId={userId}
                  setting={setting}
                  value={valueAt(sections, setting.pointer)}
                  onState={onState}
                />
              ))}
          </div>
        </FormContext>
      </Paper>
      <Group gap="sm">
        <Button onClick={() => setLeaving(true)} loading={isLeaving}>
          {words.submit}
        </Button>
        <Button variant="subtle" onClick={() => void navigate(next.to, { state: next.state, replace: true })}>
          {words.later}
        </Button>
      </Group>
    </Page>
  );
}
