import { type ComponentType, createContext, use } from 'react';
import type { FieldProps } from './field.ts';
import type { Setting } from './settings.ts';

/** What fields know of the form they are in. */
interface Form {
  readonly settings: readonly Setting[];
  /** What is wrong at a pointer, if anything is. */
  readonly faultAt: (pointer: string) => string | undefined;
  /** Draws a field: those that hold others draw these with it. */
  readonly Field: ComponentType<FieldProps>;
}

export const FormContext = createContext<Form | undefined>(undefined);

export const useForm = (): Form => {
  const form = use(FormContext);
  if (form === undefined) throw new Error('there is no form outside of SectionFields');
  return form;
};
