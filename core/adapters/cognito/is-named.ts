/** How an error of the SDK is told from another: by its name, since its class may come from another copy of the SDK. */
export const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);
