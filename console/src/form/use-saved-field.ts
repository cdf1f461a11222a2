import { useRef, useState } from 'react';
import { isProblem } from '../api/problem.ts';
import { useWords } from '../language/language-provider.tsx';
import { PROBLEM_WORDS } from '../parts/problem-words.ts';
import { type FieldEdit, useEditMember } from './edit-member.ts';
import { isSame } from './values.ts';

/** What has been typed, and what was there when that began. */
interface Draft {
  readonly value: unknown;
  readonly base: unknown;
}

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'saving' }
  /** `before` and `now`: what an undo puts back, and instead of what. */
  | { readonly name: 'saved'; readonly before: unknown; readonly now: unknown }
  | { readonly name: 'refused'; readonly error: unknown }
  | { readonly name: 'changed-meanwhile'; readonly theirs: unknown };

const IDLE: State = { name: 'idle' };

const AT = '/sections';

/** A field of a member that is saved by itself once it is left (C-12), and can be undone. */
export const useSavedField = (userId: string, pointer: string, value: unknown) => {
  const edit = useEditMember(userId);
  const [draft, setDraft] = useState<Draft>();
  const [state, setState] = useState<State>(IDLE);
  // A field that is left may tell what was typed last in the same moment.
  const latest = useRef<Draft>(undefined);

  const put = (next: Draft | undefined) => {
    latest.current = next;
    setDraft(next);
  };

  const save = async (change: Omit<FieldEdit, 'pointer'>) => {
    setState({ name: 'saving' });
    try {
      const { isSaved, now } = await edit.mutateAsync({ pointer, ...change });
      if (!isSaved) return setState({ name: 'changed-meanwhile', theirs: now });
      const typed = latest.current;
      // What was typed while it was being saved is still to be saved.
      put(typed === undefined || isSame(typed.value, change.value) ? undefined : { ...typed, base: now });
      setState(isSame(change.base, now) ? IDLE : { name: 'saved', before: change.base, now });
    } catch (error) {
      setState({ name: 'refused', error });
    }
  };

  const leave = () => {
    const typed = latest.current;
    if (typed === undefined) return;
    if (!isSame(typed.value, typed.base)) return void save(typed);
    put(undefined);
    setState(IDLE);
  };

  const { titles } = useWords(PROBLEM_WORDS);
  const { faults, message } = problemIn(state, pointer, titles);
  return {
    value: draft === undefined ? value : draft.value,
    isOpen: draft !== undefined,
    state,
    faults,
    message,
    type: (typed: unknown) => {
      put({ value: typed, base: latest.current === undefined ? value : latest.current.base });
      if (state.name !== 'saving') setState(IDLE);
    },
    leave,
    forget: () => {
      put(undefined);
      setState(IDLE);
    },
    /** After somebody else has changed it: over what they have put there. */
    insist: (theirs: unknown) => void save({ value: latest.current?.value, base: theirs }),
    undo: (before: unknown, now: unknown) => void save({ value: before, base: now }),
  };
};

/** What is wrong with the field, by pointers into the sections; or, if it is nothing inside of it, in a sentence. */
const problemIn = (state: State, pointer: string, titles: (typeof PROBLEM_WORDS)['en']['titles']) => {
  if (state.name !== 'refused') return { faults: [], message: undefined };
  const { error } = state;
  if (!isProblem(error)) return { faults: [], message: titles.unknown };
  const title = titles[error.kind] ?? error.message;
  const faults = error.faults.map((fault) => ({
    ...fault,
    pointer: fault.pointer.startsWith(AT) ? fault.pointer.slice(AT.length) : fault.pointer,
  }));
  const isHere = faults.some((fault) => `${fault.pointer}/`.startsWith(`${pointer}/`));
  const isSilent = error.faults.length === 0 || !isHere;
  const details = faults.map(({ detail }) => detail);
  return {
    faults,
    message: isSilent ? [title, error.body.detail, ...details].filter(Boolean).join(' ') : undefined,
  };
};
