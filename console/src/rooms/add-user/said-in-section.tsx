import { useMemo } from 'react';
import { FormContext } from '../../form/form-context.ts';
import { ReadValue } from '../../form/read-value.tsx';
import { SettingField } from '../../form/setting-field.tsx';
import { useSettingNames } from '../../form/setting-words.ts';
import { type Settings, settingsIn } from '../../form/settings.ts';
import { type Draft as Sections, valueAt } from '../../form/values.ts';
import classes from './add-user.module.css';
import { isSaid } from './draft.ts';

interface SaidProps {
  readonly settings: Settings;
  readonly sections: Sections;
  readonly section: string;
}

/** What has been said in a section, to be looked over. */
export const SaidInSection = ({ settings, sections, section }: SaidProps) => {
  const nameOf = useSettingNames();
  const form = useMemo(
    () => ({ settings: settings.settings, faultAt: () => undefined, Field: SettingField }),
    [settings],
  );
  const said = settingsIn(settings.settings, `/${section}`).filter(({ pointer }) =>
    isSaid(valueAt(sections, pointer)),
  );
  return (
    <FormContext value={form}>
      <dl className={classes.said}>
        {said.map((setting) => (
          <div key={setting.pointer}>
            <dt>{nameOf(setting)}</dt>
            <dd>
              <ReadValue setting={setting} value={valueAt(sections, setting.pointer)} />
            </dd>
          </div>
        ))}
      </dl>
    </FormContext>
  );
};
