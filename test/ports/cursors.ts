/** What somebody makes of a cursor who wants to be elsewhere: every character another, one less, one more. */
export const changesOf = (cursor = ''): readonly string[] => [
  ...Array.from(cursor, (character, index) => {
    const other = character === 'A' ? 'B' : 'A';
    return `${cursor.slice(0, index)}${other}${cursor.slice(index + 1)}`;
  }),
  cursor.slice(0, -1),
  `${cursor}A`,
  `${cursor}=`,
  ` ${cursor}`,
];

/** All that can be read in a cursor: as it is, and decoded. */
export const sayingsOf = (cursor = ''): string =>
  [cursor, ...(['utf8', 'latin1'] as const).map((text) => Buffer.from(cursor, 'base64url').toString(text))]
    .join(' ')
    .toLowerCase();
