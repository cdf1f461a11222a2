import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import type { Fault } from './errors.ts';
import { keysOf } from './keys-of.ts';
import { EDITABLE, type EditableSection, type MemberPatch } from './member-patch.ts';
import { merged } from './patch.ts';
import { faultsOf } from './schema-faults.ts';
import { recordOf, type SectionRecord, withData } from './section-record.ts';

/** What a patch makes of a member's sections. */
export interface Patched {
  /** The sections that change, whole. */
  records: readonly SectionRecord[];
  /** The fields that change, as pointers into the sections. */
  changed: readonly string[];
  faults: readonly Fault[];
}

type Fields = Record<string, unknown>;

const fields = z.record(z.string(), z.unknown());
const fieldsOf = (data: unknown): Fields => fields.parse(data ?? {});

const changedFields = (section: EditableSection, was: Fields, is: Fields): readonly string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => !isDeepStrictEqual(was[name], is[name]))
    .map((name) => `/${section}/${name}`);

/** What a section says that nobody has said anything in: nothing, or that nothing is allowed or assigned. */
const unsaid = (section: EditableSection): Fields => fieldsOf(z.safeParse(EDITABLE[section], {}).data);

const patchedSection = (
  records: readonly SectionRecord[],
  section: EditableSection,
  patch: Fields | null,
  at: string,
): Patched => {
  const record = recordOf(records, section);
  const was = fieldsOf(record?.data);
  if (patch === null) {
    const changed = changedFields(section, was, {});
    return {
      records: record?.data === undefined ? [] : [withData(record, section, undefined, at)],
      changed,
      faults: [],
    };
  }
  const all = merged(was, patch);
  const own = Object.keys(EDITABLE[section].shape);
  const { data, error } = z.safeParse(
    EDITABLE[section],
    Object.fromEntries(Object.entries(all).filter(([name]) => own.includes(name))),
  );
  if (error !== undefined)
    return {
      records: [],
      changed: [],
      faults: error.issues.flatMap((issue) => faultsOf(`/sections/${section}`, issue)),
    };
  // What is not edited here stays as it is: the folder.
  const is = fieldsOf({ ...all, ...data });
  const changed = changedFields(section, record?.data === undefined ? unsaid(section) : was, is);
  return {
    records: changed.length > 0 ? [withData(record, section, is, at)] : [],
    changed,
    faults: [],
  };
};

/** The sections as a patch makes them: what it leaves out stays. */
export const patchedSections = (
  records: readonly SectionRecord[],
  patch: MemberPatch,
  at: string,
): Patched => {
  const all = keysOf(EDITABLE).flatMap((section) => {
    const part = patch[section];
    return part === undefined ? [] : [patchedSection(records, section, part, at)];
  });
  return {
    records: all.flatMap((one) => one.records),
    changed: all.flatMap((one) => one.changed),
    faults: all.flatMap((one) => one.faults),
  };
};
