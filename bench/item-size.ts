/**
 * The size of an item as DynamoDB bills it, in bytes (Amazon DynamoDB Developer Guide, "DynamoDB item sizes and
 * formats"): names and text in UTF-8, numbers at two digits a byte, 3 bytes per list or map and 1 per element.
 */
const valueSize = (value: unknown): number => {
  if (value === undefined) return 0;
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).replace('.', '').length / 2) + 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, element) => sum + 1 + valueSize(element), 3);
  if (typeof value === 'object') return 3 + Object.keys(value).length + attributesSize(value);
  throw new Error(`An item cannot hold a ${typeof value}`);
};

const attributesSize = (attributes: object): number =>
  Object.entries(attributes).reduce(
    (sum, [name, value]) => sum + (value === undefined ? 0 : Buffer.byteLength(name) + valueSize(value)),
    0,
  );

export const itemSize = (item: object): number => attributesSize(item);

/** Write units of a plain write of so many bytes: one per KB begun. */
export const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));
