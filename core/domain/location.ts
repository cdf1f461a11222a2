import type { Fault } from './errors.ts';

/** Where requests name a location: to onboard, to resume with a corrected profile, to create an account. */
const PLACES = [
  ['profile', 'location'],
  ['sections', 'profile', 'location'],
  ['administrator', 'location'],
] as const;

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null
        ? Object.entries(part).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  );

/** The faults of a request that names a location that is not configured; whatever else is wrong is not looked at here. */
export const locationFaults =
  (locations: readonly string[]) =>
  (request: unknown): readonly Fault[] =>
    PLACES.flatMap((path) => {
      const location = at(request, path);
      if (typeof location !== 'string' || locations.includes(location)) return [];
      return [{ pointer: `/${path.join('/')}`, detail: `must be one of ${locations.join(', ')}` }];
    });
