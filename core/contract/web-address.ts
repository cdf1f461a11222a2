import * as z from 'zod/mini';

/** `https`, or on this machine also `http`; without query, fragment and name of a user. */
export const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  if (search !== '' || hash !== '' || username !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
};

/** The address of something that other addresses begin with; without a slash at its end. */
export const webAddress = z.string().check(
  z.maxLength(500),
  z.refine(isWebAddress, 'must be an https address (http on localhost only), without query and fragment'),
  z.overwrite((text) => text.replace(/\/+$/, '')),
);
