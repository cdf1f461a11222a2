const LONGEST = 48;

/** What the API calls something by, from its name: only letters of the Latin alphabet and digits. */
export const keyOf = (name: string, otherwise: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
  return plain === '' ? otherwise : plain;
};
