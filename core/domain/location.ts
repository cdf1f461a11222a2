import * as z from 'zod';
import type { Fault } from './errors.ts';

const withLocation = z.object({ profile: z.object({ location: z.string() }) });

/** The fault of a request whose profile names a location that is not configured, wherever else it is at fault. */
export const locationFaults = (request: unknown, locations: readonly string[], at = ''): readonly Fault[] => {
  const read = withLocation.safeParse(request);
  if (!read.success || locations.includes(read.data.profile.location)) return [];
  return [{ pointer: `${at}/profile/location`, detail: `must be one of ${locations.join(', ')}` }];
};
