/**
 * Lets work about the same thing be done one after the other in this process, which may serve several requests at once:
 * what would only be in each other's way then waits instead. Other processes are none the wiser.
 */
export const takeTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <Result>(about: string, work: () => Promise<Result>): Promise<Result> => {
    const mine = (last.get(about) ?? Promise.resolve()).then(work);
    // Whoever comes next does not mind how this has ended.
    const end = mine.catch(() => undefined);
    last.set(about, end);
    try {
      return await mine;
    } finally {
      if (last.get(about) === end) last.delete(about);
    }
  };
};
