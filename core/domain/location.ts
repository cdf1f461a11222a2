import type { Fault } from './errors.ts';

/** A server location: a region that has a Rollcall stack, as the configuration says. */
export interface Location {
  readonly region: string;
  /** What people see when they choose one. */
  readonly label: string;
  /** Where it is, in degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** The host a member's softphone registers with. */
  readonly signallingHost: string;
}

/** The address of each location's API, by region; those that are not known yet are not there. */
export type ApiUrls = Readonly<Record<string, string>>;

/** What a session at a location is told to use. */
export interface Server {
  readonly region: string;
  readonly label: string;
  readonly apiUrl?: string | undefined;
  readonly signallingHost: string;
}

export const serverAt = (
  { region, label, signallingHost }: Pick<Location, 'region' | 'label' | 'signallingHost'>,
  apiUrls: ApiUrls,
): Server => ({ region, label, apiUrl: apiUrls[region], signallingHost });

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
