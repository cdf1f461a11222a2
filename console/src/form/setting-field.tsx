import { HelpTip } from '../parts/help-tip.tsx';
import { editorOf } from './editors/index.ts';
import type { FieldProps } from './field.ts';
import { useForm } from './form-context.ts';
import classes from './setting-field.module.css';
import { useSettingWords } from './setting-words.ts';
import type { Setting } from './settings.ts';
import { itemsOf, textOf } from './values.ts';

/** What is wrong with a value, or with an item of the list that it is. */
const useFault = ({ at, value }: FieldProps): string | undefined => {
  const { faultAt } = useForm();
  const ofItems = itemsOf(value).flatMap((item, index) => {
    const fault = faultAt(`${at}/${index}`);
    return fault === undefined ? [] : [`${textOf(item)} ${fault}`.trim()];
  });
  const faults = [faultAt(at) ?? [], ofItems].flat();
  return faults.length === 0 ? undefined : faults.join('; ');
};

const WIDE: readonly Setting['type'][] = ['group', 'choice', 'list'];

/** One setting as a field: its name, whether it is required, its help, and the editor for what it takes. */
export const SettingField = (props: FieldProps) => {
  const { title, help } = useSettingWords(props.setting);
  const error = useFault(props);
  const Editor = editorOf(props.setting);
  return (
    <div className={classes.field} data-wide={WIDE.includes(props.setting.type) || undefined}>
      <Editor {...props} label={title} error={error} />
      {help !== '' && (
        <div className={classes.help}>
          <HelpTip name={title} text={help} />
        </div>
      )}
    </div>
  );
};
