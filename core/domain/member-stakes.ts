import type { AssetRef } from './asset-kinds.ts';
import {
  type FileReference,
  fileReferences,
  type Reference,
  settingsReferences,
  workReferences,
} from './references.ts';
import { recordOf, type SectionRecord } from './section-record.ts';
import type { Sections } from './sections/index.ts';

/** What is taken into use, and what is given up. */
export interface Difference<Item> {
  taken: readonly Item[];
  givenUp: readonly Item[];
}

type Parts = Partial<Pick<Sections, 'employee' | 'dialing' | 'work'>>;

const partsOf = (records: readonly SectionRecord[]): Parts => {
  const employee = recordOf(records, 'employee')?.data;
  const dialing = recordOf(records, 'dialing')?.data;
  const work = recordOf(records, 'work')?.data;
  return { ...(employee && { employee }), ...(dialing && { dialing }), ...(work && { work }) };
};

/** The records as they are once these have replaced those of their sections. */
export const replaced = (
  before: readonly SectionRecord[],
  records: readonly SectionRecord[],
): readonly SectionRecord[] => [
  ...before.filter(({ section }) => !records.some((record) => record.section === section)),
  ...records,
];

const without = <Item>(
  some: readonly Item[],
  others: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] => {
  const known = new Set(others.map(nameOf));
  const byName = new Map(some.map((item) => [nameOf(item), item]));
  return [...byName].filter(([name]) => !known.has(name)).map(([, item]) => item);
};

const difference = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): Difference<Item> => ({
  taken: without(after, before, nameOf),
  givenUp: without(before, after, nameOf),
});

const assetName = ({ kind, key }: AssetRef): string => `${kind}#${key}`;

/** What a member's sections name, that others must not delete meanwhile. */
export interface Stakes {
  /** Assets that settings name. */
  settings: Difference<Reference>;
  /** Assets that the member is assigned to. */
  work: Difference<Reference>;
  files: Difference<FileReference>;
}

/** What becomes of a member's stakes when these records replace those of their sections. */
export const stakesOf = (before: readonly SectionRecord[], records: readonly SectionRecord[]): Stakes => {
  const was = partsOf(before);
  const is = partsOf(replaced(before, records));
  return {
    settings: difference(settingsReferences(was), settingsReferences(is), assetName),
    work: difference(workReferences(was), workReferences(is), assetName),
    files: difference(fileReferences(was), fileReferences(is), ({ fileId }) => fileId),
  };
};
