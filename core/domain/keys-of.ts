/** The keys of a table of data, so that a list of them is never written a second time. */
export const keysOf = <Table extends object>(table: Table): readonly (keyof Table & string)[] => {
  const isKey = (key: string): key is keyof Table & string => Object.hasOwn(table, key);
  return Object.keys(table).filter(isKey);
};
