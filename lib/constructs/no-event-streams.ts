/**
 * Stands in bundles for `@smithy/core/event-streams`, which turns answers that are streams of events into such, and which no
 * operation of ours has. Most clients load it by `import()`, if at all; S3's at once.
 */
const isNotBundled = (): never => {
  throw new Error('Event streams are not in the bundles: see lib/constructs/bundles.ts');
};

export const eventStreamSerdeProvider = isNotBundled;
export const EventStreamSerde = isNotBundled;

/** Called for every S3 client that is made. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
