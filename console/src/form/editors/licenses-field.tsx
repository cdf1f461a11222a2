import { Checkbox } from '@mantine/core';
import { useCatalogue } from '../../api/catalogue.ts';
import { useRightNames } from '../../api/right-names.ts';
import { type SeatsOfKind, useSeats } from '../../api/seats.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import type { Editor } from '../field.ts';
import { textsOf } from '../values.ts';
import classes from './licenses-field.module.css';
import { EDITOR_WORDS } from './words.ts';

/** Without it nobody is active. */
const BASE = 'lmp';

/** Which licenses they need, with how many seats of each are free. */
export const LicensesField: Editor = ({ setting, label, value, onChange, error, readOnly }) => {
  const words = useWords(EDITOR_WORDS);
  const { number } = useFormats();
  const names = useRightNames();
  const catalogue = useCatalogue();
  const { data: billing } = useSeats();
  const chosen = textsOf(value);
  const told = ({ free, purchased }: SeatsOfKind): string => {
    if (purchased === 0) return words.noneOwned;
    return free === 0 ? words.noneFree(number(purchased)) : words.seats(number(free), number(purchased));
  };
  return (
    <Checkbox.Group
      label={label}
      required={setting.required}
      value={[...chosen]}
      onChange={(kinds) => onChange(kinds)}
      error={error}
    >
      <div className={classes.kinds}>
        {(setting.values ?? []).map(({ value: kind }) => {
          const key = String(kind);
          const facts = catalogue.licenses.find((one) => one.kind === key);
          const seats = billing?.kinds.find((one) => one.kind === key);
          const isInPlan = billing === undefined || seats !== undefined;
          const isFixed = key === BASE && chosen.includes(BASE);
          return (
            <div key={key} className={classes.kind}>
              <Checkbox
                value={key}
                label={names.license(key)}
                description={isFixed ? `${facts?.help ?? ''} ${words.always}.` : facts?.help}
                disabled={readOnly === true || isFixed || (!isInPlan && !chosen.includes(key))}
              />
              <div className={classes.seats}>
                {!isInPlan && words.notInPlan}
                {seats !== undefined && <span data-none={seats.free === 0 || undefined}>{told(seats)}</span>}
                {facts?.mode === 'concurrent' && ` · ${words.atSignIn}`}
              </div>
            </div>
          );
        })}
      </div>
    </Checkbox.Group>
  );
};
