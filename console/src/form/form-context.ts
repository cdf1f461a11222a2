import { type ComponentType, createContext, use } from 'react';
import type { FieldProps } from './field.ts';
import type { Setting } from './settings.ts';
import type { Draft } from './values.ts';

/** What fields know of the form they are in. */
interface Form {
  readonly settings: readonly Setting[];
  /** What is wrong at a pointer, if anything is. */
  readonly faultAt: (pointer: string) => string | undefined;
  /** All sections, for what depends on another one: the role on the folder, the location on the time zone. */
  readonly sections?: Draft | undefined;
  /** The pointers of settings that are not shown: they are said elsewhere, or mean nothing here. */
  readonly hidden?: readonly string[] | undefined;
  /** Draws a field: those that hold others draw these with it. */
  readonly Field: ComponentType<FieldProps>;
}

export const FormContext = createContext<Form | undefined>(undefined);

export const useForm = (): Form => {
  const form = use(FormContext);
  if (form === undefined) throw new Error('there is no form outside of SectionFields');
  return form;
};
