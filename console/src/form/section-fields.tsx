import { useMemo } from 'react';
import classes from './fields.module.css';
import { FieldsIn } from './fields-in.tsx';
import { FormContext } from './form-context.ts';
import { SettingField } from './setting-field.tsx';
import type { Settings } from './settings.ts';
import type { Draft } from './values.ts';

interface SectionFieldsProps {
  readonly settings: Settings;
  readonly section: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** What is wrong, by pointers into the sections. */
  readonly faults?: readonly { readonly pointer: string; readonly detail: string }[];
  /** All sections, where there are others that some fields depend on. */
  readonly sections?: Draft;
  /** The pointers of settings that are not shown. */
  readonly hidden?: readonly string[];
  readonly readOnly?: boolean;
}

const NO_FAULTS: NonNullable<SectionFieldsProps['faults']> = [];

/** The form of one section: what adding a user, correcting a run, and editing anybody's profile have in common. */
export const SectionFields = ({
  settings,
  section,
  value,
  onChange,
  faults = NO_FAULTS,
  sections,
  hidden,
  readOnly,
}: SectionFieldsProps) => {
  const form = useMemo(
    () => ({
      settings: settings.settings,
      faultAt: (pointer: string) => {
        const details = faults.filter((fault) => fault.pointer === pointer).map(({ detail }) => detail);
        return details.length === 0 ? undefined : details.join('; ');
      },
      sections,
      hidden,
      Field: SettingField,
    }),
    [settings, faults, sections, hidden],
  );
  return (
    <FormContext value={form}>
      <div className={classes.room}>
        <div className={classes.fields}>
          <FieldsIn
            of={`/${section}`}
            at={`/${section}`}
            value={value}
            onChange={onChange}
            readOnly={readOnly}
          />
        </div>
      </div>
    </FormContext>
  );
};
