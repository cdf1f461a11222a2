import type { ReactNode } from 'react';
import type { Setting } from './settings.ts';

/** What every field is given. */
export interface FieldProps {
  readonly setting: Setting;
  /** A JSON pointer to the value: the setting's own, with numbers for the items of lists. */
  readonly at: string;
  /** What is there, as JSON; undefined where nothing is. */
  readonly value: unknown;
  /** `undefined` takes it away. */
  readonly onChange: (value: unknown) => void;
  readonly readOnly?: boolean | undefined;
}

/** What every editor is given besides. */
export interface EditorProps extends FieldProps {
  /** What the setting is called, in the language of the interface. */
  readonly label: string;
  /** What is wrong with it, in the API's words. */
  readonly error?: string | undefined;
}

/** A field for one kind of value. */
export type Editor = (props: EditorProps) => ReactNode;
