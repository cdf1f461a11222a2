const AT_ONCE = 64;

/** Does everything, so many at once; what goes wrong stops it. */
export const inFlight = async <Made>(
  works: readonly (() => Promise<Made>)[],
  atOnce = AT_ONCE,
): Promise<Made[]> => {
  const made: Made[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const index = next;
      const work = works[index];
      if (work === undefined) return;
      next += 1;
      made[index] = await work();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return made;
};
