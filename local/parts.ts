/** Something that has been started and must be ended. */
interface Part {
  readonly stop: () => Promise<void> | void;
  /** Ends it at once, where that differs from stopping it. */
  readonly kill?: () => void;
}

/** Keeps account of what was started, also of what is still starting when something else fails. */
export interface Parts {
  readonly add: <Started extends Part>(starting: Promise<Started> | Started) => Promise<Started>;
  /** Ends all parts, the newest first. */
  readonly end: (how: 'stop' | 'kill') => Promise<void>;
}

export const createParts = (): Parts => {
  const all: Promise<Part>[] = [];
  return {
    add: (starting) => {
      const started = Promise.resolve(starting);
      all.push(started);
      return started;
    },
    end: async (how) => {
      const results = await Promise.allSettled(all.splice(0));
      for (const result of results.reverse()) {
        if (result.status === 'rejected') continue;
        if (how === 'kill' && result.value.kill !== undefined) result.value.kill();
        else await result.value.stop();
      }
    },
  };
};
