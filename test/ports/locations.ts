/** The locations of tests: two, on either side of an ocean. */
export const LOCATIONS = [
  {
    region: 'us-east-1',
    label: 'US East',
    latitude: 38.95,
    longitude: -77.45,
    signallingHost: 'one.signalling.example',
  },
  {
    region: 'eu-west-1',
    label: 'Ireland',
    latitude: 53.35,
    longitude: -6.26,
    signallingHost: 'two.signalling.example',
  },
] as const;
