/** Decodes a path or a part of one. `%zz` is no encoding of anything: such a text stays as it is. */
export const decodePath = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
