import { useForm } from './form-context.ts';
import { settingsIn } from './settings.ts';
import { isRecord, withValueAt } from './values.ts';

interface FieldsInProps {
  /** The pointer of the group among the settings: `*` stands for an item of a list. */
  readonly of: string;
  /** With this value of the choice that the group is. */
  readonly when?: string;
  /** The pointer of the group in the sections. */
  readonly at: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly readOnly?: boolean | undefined;
}

/** The fields of a group, one under the other. A group of which nothing is left is not there. */
export const FieldsIn = ({ of, when, at, value, onChange, readOnly }: FieldsInProps) => {
  const { settings, Field } = useForm();
  const group = isRecord(value) ? value : {};
  return settingsIn(settings, of, when).map((setting) => {
    const name = setting.pointer.slice(setting.pointer.lastIndexOf('/') + 1);
    return (
      <Field
        key={setting.pointer}
        setting={setting}
        at={`${at}/${name}`}
        value={group[name]}
        readOnly={readOnly}
        onChange={(changed) => {
          const next = withValueAt(group, `/${name}`, changed);
          onChange(Object.keys(next).length === 0 ? undefined : next);
        }}
      />
    );
  });
};
