interface ConfiguredLocation {
  readonly region: string;
  readonly label: string;
  readonly coordinates: { readonly latitude: number; readonly longitude: number };
  readonly signallingHost: string;
}

/** The configured locations as functions get them, in their environment. */
export const locationsEnvironment = (locations: readonly ConfiguredLocation[]): { LOCATIONS: string } => ({
  LOCATIONS: JSON.stringify(
    locations.map(({ region, label, coordinates: { latitude, longitude }, signallingHost }) => ({
      region,
      label,
      latitude,
      longitude,
      signallingHost,
    })),
  ),
});
