import { HelpTip } from '../parts/help-tip.tsx';
import { editorOf } from './editors/index.ts';
import type { FieldProps } from './field.ts';
import { useForm } from './form-context.ts';
import classes from './setting-field.module.css';
import { useSettingWords } from './setting-words.ts';

/** One setting as a field: its name, whether it is required, its help, and the editor for what it takes. */
export const SettingField = (props: FieldProps) => {
  const { title, help } = useSettingWords(props.setting);
  const { faultAt } = useForm();
  const Editor = editorOf(props.setting);
  return (
    <div className={classes.field}>
      <Editor {...props} label={title} error={faultAt(props.at)} />
      {help !== '' && (
        <div className={classes.help}>
          <HelpTip name={title} text={help} />
        </div>
      )}
    </div>
  );
};
