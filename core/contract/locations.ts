import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import type { Location } from '../domain/location.ts';
import { timeZone } from '../domain/time-zone.ts';
import { webAddress } from '../domain/web-address.ts';

/** Lambda’s environment is 4 KB in all. */
export const MOST_LOCATIONS_BYTES = 3 * 1024;

const latitude = z.coerce.number('must be a number of degrees').check(z.minimum(-90), z.maximum(90));
const longitude = z.coerce.number('must be a number of degrees').check(z.minimum(-180), z.maximum(180));

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

/** Where the user sits, in one of two ways, or not at all. */
export const whereQuery = z
  .strictObject({
    latitude: z
      .optional(latitude)
      .register(docs, { description: 'Degrees north, −90 to 90; along with `longitude`.' }),
    longitude: z
      .optional(longitude)
      .register(docs, { description: 'Degrees east, −180 to 180; along with `latitude`.' }),
    timeZone: z.optional(timeZone).register(docs, {
      description: 'IANA, such as America/Chicago, instead of degrees.',
    }),
  })
  .check(
    z.superRefine(({ latitude, longitude, timeZone }, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', input: undefined, path: [path], message });
      if (latitude === undefined && longitude !== undefined)
        issue('latitude', 'is required along with longitude');
      if (longitude === undefined && latitude !== undefined)
        issue('longitude', 'is required along with latitude');
      if (timeZone !== undefined && (latitude !== undefined || longitude !== undefined))
        issue('timeZone', 'must not be given along with latitude and longitude: one of the two ways');
    }),
  );

/** Tells Rollcall where the API of each configured location is; the event of the name-locations function. */
export const nameLocationsRequest = z.strictObject({ apiUrls: z.record(z.string(), webAddress) });

/** The locations whose address is known now. */
export const namedLocations = z.object({
  items: z.array(z.object({ region: z.string(), apiUrl: z.string() })),
});
