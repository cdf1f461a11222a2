import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { type Sections, sections } from '../../core/domain/sections/index.ts';
import { SECTION_NAMES } from '../../core/domain/steps.ts';
import { read } from '../../core/http/faults.ts';
import { COLUMN_NAMES, columnAt, REQUEST_COLUMNS } from './columns.ts';

/**
 * How a row's run must end: `invited` and active; `active` without an invitation, since none was asked for (D-9);
 * `deactivated` for want of a license; or parked first, then resumed with the correction, then invited.
 */
const EXPECTATIONS = ['invited', 'active', 'deactivated', 'parked-then-invited'] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

export interface RosterRow {
  /** Where it stands in the file. */
  line: number;
  sections: Sections;
  expected: Expectation;
  /** The corrected section that a parked run is resumed with. */
  correction?: Partial<Sections>;
}

/** What is wrong with a roster: one line per fault, with the file's line and the column. */
export class RosterError extends Error {
  constructor(file: string, faults: readonly string[]) {
    super(faults.map((fault) => `${file}: ${fault}`).join('\n'));
  }
}

type Cells = Readonly<Record<string, string>>;
type Checked<Value> = { value: Value; faults: [] } | { value?: undefined; faults: string[] };

/** Reads a roster (its columns: examples/README.md). Throws `RosterError` with everything that is wrong with it. */
export const parseRoster = (csv: string, file: string): readonly RosterRow[] => {
  const [header, ...lines] = linesOf(csv, file);
  const columns = header?.record ?? [];
  refuse(file, headerFaults(columns));
  const rows = lines.map(({ line, record }) => {
    if (record.length !== columns.length) {
      return {
        faults: [`line ${line}: has ${record.length} cells, but there are ${columns.length} columns`],
      };
    }
    const cells = Object.fromEntries(columns.map((name, index) => [name, (record[index] ?? '').trim()]));
    return readRow(cells, line);
  });
  refuse(
    file,
    rows.flatMap(({ faults }) => faults),
  );
  return rows.flatMap(({ value }) => value ?? []);
};

const refuse = (file: string, faults: readonly string[]): void => {
  if (faults.length > 0) throw new RosterError(file, faults);
};

const parsedLines = z.array(
  z.object({ info: z.object({ lines: z.int() }), record: z.array(z.string()) }).transform((parsed) => ({
    line: parsed.info.lines,
    record: parsed.record,
  })),
);

const linesOf = (csv: string, file: string): z.infer<typeof parsedLines> => {
  try {
    return parsedLines.parse(
      parse(csv, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }),
    );
  } catch (error) {
    if (error instanceof CsvError) throw new RosterError(file, [error.message]);
    throw error;
  }
};

const headerFaults = (columns: readonly string[]): string[] => [
  ...COLUMN_NAMES.filter((name) => !columns.includes(name)).map(
    (name) => `line 1: the column ${name} is missing`,
  ),
  ...columns
    .filter((name) => !COLUMN_NAMES.includes(name))
    .map((name) => `line 1: no column is called ${name}`),
  ...columns
    .filter((name, index) => columns.indexOf(name) < index)
    .map((name) => `line 1: the column ${name} is there twice`),
];

const at = (line: number, column: string, detail: string): string =>
  `line ${line}, column ${column}: ${detail}`;

const readRow = (cells: Cells, line: number): Checked<RosterRow> => {
  const request = readRequest(cells, line);
  const expected = EXPECTATIONS.find((expectation) => expectation === cells.expected);
  const correction = readCorrection(cells, line);
  const faults = [...request.faults, ...correction.faults];
  if (expected === undefined) faults.push(at(line, 'expected', `must be one of ${EXPECTATIONS.join(', ')}`));
  if ((expected === 'parked-then-invited') !== (cells.correction !== ''))
    faults.push(at(line, 'correction', 'belongs to parked-then-invited, and only there'));
  if (request.value === undefined || expected === undefined || faults.length > 0) return { faults };
  return {
    value: {
      line,
      sections: request.value,
      expected,
      ...(correction.value && { correction: correction.value }),
    },
    faults: [],
  };
};

const readRequest = (cells: Cells, line: number): Checked<Sections> => {
  const filled = REQUEST_COLUMNS.flatMap((column) => {
    const cell = cells[column.name];
    return cell === undefined || cell === '' ? [] : [{ path: column.path, value: column.read(cell) }];
  });
  // Whoever is given nothing by hand has what their folder gives.
  const request = read(sections, { permissions: {}, ...nested(filled) }, '');
  if (request.value !== undefined) return request;
  const faults = request.faults.map(({ pointer, detail }) => {
    const column = columnAt(pointer);
    if (column === undefined) return `line ${line}: ${detail}`;
    const isEmpty = cells[column.name] === '';
    return at(line, column.name, isEmpty ? 'is required' : (column.form ?? detail));
  });
  return { faults: [...new Set(faults)] };
};

interface Placed {
  path: readonly string[];
  value: unknown;
}

/** Values at their paths, as one object. */
const nested = (placed: readonly Placed[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(placed, ({ path }) => path[0] ?? '')).map(([name, group = []]) => {
      const [first] = group;
      if (first?.path.length === 1) return [name, first.value];
      return [name, nested(group.map(({ path, value }) => ({ path: path.slice(1), value })))];
    }),
  );

/** `licenses=lmp;dialer`: the row with that one cell changed; of it, the section that the cell belongs to. */
const readCorrection = (cells: Cells, line: number): Checked<Partial<Sections> | undefined> => {
  const text = cells.correction ?? '';
  if (text === '') return { value: undefined, faults: [] };
  const separator = text.indexOf('=');
  const name = text.slice(0, separator);
  const column = REQUEST_COLUMNS.find((candidate) => candidate.name === name);
  const section = SECTION_NAMES.find((candidate) => candidate === column?.path[0]);
  if (section === undefined)
    return { faults: [at(line, 'correction', 'must be column=cell, such as licenses=lmp;dialer')] };
  const request = readRequest({ ...cells, [name]: text.slice(separator + 1) }, line);
  if (request.value === undefined)
    return { faults: request.faults.map((fault) => `${fault}, once corrected`) };
  return { value: { [section]: request.value[section] }, faults: [] };
};
