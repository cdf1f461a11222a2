import { type Setting, type Settings, settingsIn } from '../../form/settings.ts';
import { isRecord, type Draft as Sections, textsOf, valueAt } from '../../form/values.ts';

/** The kinds of user, as the catalogue of designations has them (B-5); undefined while none is chosen. */
export type Kind = 'manager' | 'agent' | 'api';

export const isKind = (text: unknown): text is Kind =>
  text === 'manager' || text === 'agent' || text === 'api';

/** A fault of the request, by its pointer into the sections. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** A user who is being added: what a reload of the page finds again. */
export interface Draft {
  readonly kind: Kind | undefined;
  readonly sections: Sections;
  /** The section one is in, `kind` before them and `summary` after. */
  readonly step: string;
  /** Those one has been in and left. */
  readonly seen: readonly string[];
  /** The login ID that was proposed last: whoever types another keeps it (C-48). */
  readonly proposedLoginId: string | undefined;
  /** Under which a repeated request is known: a double click, or a reload, makes nobody twice. */
  readonly idempotencyKey: string;
}

export const newDraft = (folderId?: string): Draft => ({
  kind: undefined,
  sections: {
    profile: { ...(folderId !== undefined && { folderId }) },
    licenses: { kinds: ['lmp'] },
  },
  step: 'kind',
  seen: [],
  proposedLoginId: undefined,
  idempotencyKey: crypto.randomUUID(),
});

const textOrNothing = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A draft as it was kept; undefined for what is none. */
export const draftFrom = (json: string | null): Draft | undefined => {
  if (json === null) return undefined;
  const kept: unknown = JSON.parse(json);
  if (!isRecord(kept) || !isRecord(kept.sections)) return undefined;
  const idempotencyKey = textOrNothing(kept.idempotencyKey);
  if (idempotencyKey === undefined) return undefined;
  return {
    kind: isKind(kept.kind) ? kept.kind : undefined,
    sections: kept.sections,
    step: textOrNothing(kept.step) ?? 'kind',
    seen: textsOf(kept.seen),
    proposedLoginId: textOrNothing(kept.proposedLoginId),
    idempotencyKey,
  };
};

/** The draft with another step shown. */
export const goneTo = (draft: Draft, step: string): Draft => ({
  ...draft,
  step,
  seen: [...new Set([...draft.seen, draft.step])],
});

/** Whether anything has been said in it: an empty group says nothing. */
export const isSaid = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  return isRecord(value) ? Object.values(value).some(isSaid) : value !== undefined;
};

/** The request: sections in which nothing was said are left out, and recorded as skipped. */
export const requestOf = ({ sections }: Pick<Draft, 'sections'>, settings: Settings): Sections =>
  Object.fromEntries(
    settings.sections.flatMap(({ section, required }) =>
      required || isSaid(sections[section]) ? [[section, sections[section] ?? {}]] : [],
    ),
  );

/** What is required and not there yet (B-6): of a group that need not be there, only once it is. */
export const missingIn = (settings: Settings, sections: Sections, section: string): readonly Setting[] => {
  const value = sections[section];
  const facts = settings.sections.find((one) => one.section === section);
  if (facts?.required !== true && !isSaid(value)) return [];
  return settingsIn(settings.settings, `/${section}`).filter(
    ({ required, pointer }) => required && !isSaid(valueAt(sections, pointer)),
  );
};

const sectionOf = (pointer: string): string => pointer.split('/')[1] ?? '';

/** The faults in a section; what is said of none of them belongs to the summary. */
export const faultsIn = (faults: readonly Fault[], section: string): readonly Fault[] =>
  faults.filter(({ pointer }) => sectionOf(pointer) === section);

/** What has been changed since is not faulty any more, as far as anybody knows. */
export const faultsLeft = (faults: readonly Fault[], before: Sections, after: Sections): readonly Fault[] =>
  faults.filter(({ pointer }) => {
    const [was, is] = [valueAt(before, pointer), valueAt(after, pointer)];
    return JSON.stringify(was) === JSON.stringify(is);
  });
