import { useForm } from './form-context.ts';
import { type Setting, settingsIn } from './settings.ts';
import { type Draft, isRecord, withValueAt } from './values.ts';

interface FieldsInProps {
  /** The pointer of the group among the settings: `*` stands for an item of a list. */
  readonly of: string;
  /** With this value of the choice that the group is. */
  readonly when?: string;
  /** The pointer of the group in the sections. */
  readonly at: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** No more of them than these, by name. */
  readonly only?: readonly string[] | undefined;
  readonly readOnly?: boolean | undefined;
}

const nameOf = ({ pointer }: Setting): string => pointer.slice(pointer.lastIndexOf('/') + 1);

/** A switch that is off says so, once there is anything to be off in: nobody can turn it off twice. */
const withSwitchesOff = (group: Draft, fields: readonly Setting[]): Draft => {
  const switches = fields.filter(({ required, type }) => required && type === 'yes-or-no');
  return { ...Object.fromEntries(switches.map((field) => [nameOf(field), false])), ...group };
};

/** The fields of a group, one under the other. A group of which nothing is left is not there. */
export const FieldsIn = ({ of, when, at, value, onChange, only, readOnly }: FieldsInProps) => {
  const { settings, hidden = [], Field } = useForm();
  const group = isRecord(value) ? value : {};
  const fields = settingsIn(settings, of, when).filter(({ pointer }) => !hidden.includes(pointer));
  const shown = only === undefined ? fields : fields.filter((field) => only.includes(nameOf(field)));
  return shown.map((setting) => {
    const name = nameOf(setting);
    return (
      <Field
        key={setting.pointer}
        setting={setting}
        at={`${at}/${name}`}
        value={group[name]}
        readOnly={readOnly}
        onChange={(changed) => {
          const next = withValueAt(group, `/${name}`, changed);
          onChange(Object.keys(next).length === 0 ? undefined : withSwitchesOff(next, fields));
        }}
      />
    );
  });
};
