import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import type { Location } from '../domain/location.ts';
import { timeZone } from '../domain/time-zone.ts';
import { webAddress } from './web-address.ts';

/** Lambda’s environment is 4 KB in all. */
export const MOST_LOCATIONS_BYTES = 3 * 1024;

/** A number of degrees, as text of a query; no text is no number. */
const degrees = (most: number, description: string) => {
  const wanted = `must be a number of degrees from -${most} to ${most}`;
  const number = z.transform((text: unknown) => (text === '' ? Number.NaN : Number(text)));
  return z
    .optional(z.pipe(number, z.number(wanted).check(z.minimum(-most, wanted), z.maximum(most, wanted))))
    .register(docs, { description, type: 'number', minimum: -most, maximum: most });
};

const configured = z
  .array(
    z.strictObject({
      region: z.string(),
      label: z.string(),
      latitude: z.number(),
      longitude: z.number(),
      signallingHost: z.string(),
    }),
  )
  .check(z.minLength(1));

/** The configured locations as a function finds them in its environment. Throws if they are none. */
export const readLocations = (text: string): readonly Location[] => configured.parse(JSON.parse(text));

/** Their ids alone, as a function finds them in its environment. Throws if they are none. */
export const readRegions = (text: string): readonly string[] =>
  z.array(z.string()).check(z.minLength(1)).parse(JSON.parse(text));

const server = {
  region: z.string().register(docs, { description: 'The id of the location.' }),
  label: z.string().register(docs, { description: 'What people see when they choose one.' }),
  apiUrl: z.optional(z.string()).register(docs, {
    description: 'The address of the API there, without `/v1`; absent until the deployment has told it.',
  }),
  signallingHost: z.string().register(docs, { description: 'The host a softphone registers with.' }),
};

/** What a member's session is to use. */
export const serverView = z.object(server).register(docs, { id: 'Server' });

export const locationList = z
  .object({
    items: z.array(
      z.object({
        ...server,
        distanceKm: z.optional(z.int()).register(docs, {
          description: 'From where the user sits, as the crow flies; absent where that is not known.',
        }),
      }),
    ),
  })
  .register(docs, { id: 'LocationList' });

type Where = { latitude?: unknown; longitude?: unknown; timeZone?: unknown };

/** A rule of which parameters go together, told along with what is wrong in each. */
const together = (path: keyof Where, error: string, holds: (where: Where) => boolean) =>
  z.refine<Where>(holds, { path: [path], error, when: () => true });

const isGiven = (value: unknown): boolean => value !== undefined;

/** Where the user sits, in one of two ways, or not at all. */
export const whereQuery = z
  .strictObject({
    latitude: degrees(90, 'Degrees north of the equator; along with `longitude`.'),
    longitude: degrees(180, 'Degrees east of Greenwich; along with `latitude`.'),
    timeZone: z.optional(timeZone).register(docs, {
      description: 'IANA, such as America/Chicago, instead of degrees.',
    }),
  })
  .check(
    together(
      'latitude',
      'is required along with longitude',
      ({ latitude, longitude }) => isGiven(latitude) || !isGiven(longitude),
    ),
    together(
      'longitude',
      'is required along with latitude',
      ({ latitude, longitude }) => isGiven(longitude) || !isGiven(latitude),
    ),
    together(
      'timeZone',
      'must not be given along with latitude and longitude: it is one or the other',
      ({ latitude, longitude, timeZone }) => !isGiven(timeZone) || !(isGiven(latitude) || isGiven(longitude)),
    ),
  );

/** Tells Rollcall where the API of each configured location is; the event of the name-locations function. */
export const nameLocationsRequest = z.strictObject({ apiUrls: z.record(z.string(), webAddress) });

/** The locations whose address is known now. */
export const namedLocations = z.object({
  items: z.array(z.object({ region: z.string(), apiUrl: z.string() })),
});
