/** A file that is of its format by its first bytes, and then not what the format says: with what is wrong, for people. */
export class Unreadable extends Error {}

/** The decoders throw errors of many kinds at what is damaged; none of them is a fault of ours. */
export const orUnreadable = <Value>(read: () => Value, detail: string): Value => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(detail);
  }
};
