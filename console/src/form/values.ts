/** A draft of sections, as JSON: what is not there has not been filled in. */
export type Draft = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const keysOf = (pointer: string): readonly string[] => pointer.split('/').slice(1);

/** What is at a JSON pointer. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  keysOf(pointer).reduce<unknown>((inside, key) => {
    if (Array.isArray(inside)) return inside[Number(key)];
    return isRecord(inside) ? inside[key] : undefined;
  }, value);

const withKey = (record: Draft, key: string, value: unknown): Draft => {
  const { [key]: _, ...others } = record;
  return value === undefined ? others : { ...others, [key]: value };
};

const withAll = (value: unknown, keys: readonly string[], to: unknown): unknown => {
  const [key, ...further] = keys;
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.with(Number(key), withAll(value[Number(key)], further, to));
  const record = isRecord(value) ? value : {};
  return withKey(record, key, withAll(record[key], further, to));
};

/** The draft with this at a JSON pointer; `undefined` takes it away. */
export const withValueAt = (draft: Draft, pointer: string, value: unknown): Draft => {
  const changed = withAll(draft, keysOf(pointer), value);
  return isRecord(changed) ? changed : {};
};

/** Whether two values are the same JSON; the order of names does not count. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(one[name], other[name]));
};
