import { Button, CloseButton, Fieldset, Input, Stack } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useWords } from '../../language/language-provider.tsx';
import type { Editor } from '../field.ts';
import { FieldsIn } from '../fields-in.tsx';
import { itemsOf } from '../values.ts';
import classes from './rows-field.module.css';

const WORDS = {
  en: {
    add: 'Add',
    addTo: (name: string) => `Add to: ${name}`,
    remove: (name: string, at: number) => `Remove ${name} ${at}`,
  },
  es: {
    add: 'Añadir',
    addTo: (name: string) => `Añadir a: ${name}`,
    remove: (name: string, at: number) => `Quitar ${name} ${at}`,
  },
};

/** A list of groups, a row each. */
export const RowsField: Editor = ({ setting, at, label, value, onChange, error, readOnly }) => {
  const words = useWords(WORDS);
  const items = itemsOf(value);
  const put = (next: readonly unknown[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <Fieldset legend={label} disabled={readOnly === true}>
      <Stack>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing of its own but its place
          <div key={index} className={classes.row}>
            <FieldsIn
              of={`${setting.pointer}/*`}
              at={`${at}/${index}`}
              value={item}
              onChange={(changed) => put(items.with(index, changed ?? {}))}
            />
            <CloseButton
              aria-label={words.remove(label, index + 1)}
              onClick={() => put(items.toSpliced(index, 1))}
            />
          </div>
        ))}
        {error !== undefined && <Input.Error>{error}</Input.Error>}
        <Button
          variant="default"
          size="xs"
          className={classes.add ?? ''}
          leftSection={<Plus size={14} aria-hidden />}
          aria-label={words.addTo(label)}
          onClick={() => put([...items, {}])}
        >
          {words.add}
        </Button>
      </Stack>
    </Fieldset>
  );
};
