import type { Hosted } from '../template/home.ts';

/** A bucket as the template has it, with its rules in the terms of requests. */
export interface LocalBucket {
  readonly name: string;
  readonly expirations: readonly { readonly prefix: string; readonly days: number }[];
  /** The headers that let a page of this origin use that method, or none. */
  readonly corsHeaders: (origin: string | undefined, method: string) => Record<string, string> | undefined;
}

/** `consoles` gives the address of the console here, by that of the deployed one, which the template has. */
export const readBucket = (
  { ref, properties }: Hosted<'AWS::S3::Bucket'>,
  consoles: ReadonlyMap<string, string>,
): LocalBucket => ({
  name: ref,
  expirations: properties.LifecycleConfiguration.Rules.map(({ Prefix, ExpirationInDays }) => ({
    prefix: Prefix,
    days: ExpirationInDays,
  })),
  corsHeaders: (origin, method) => {
    const rule = properties.CorsConfiguration.CorsRules.find(
      ({ AllowedOrigins, AllowedMethods }) =>
        AllowedOrigins.some((allowed) => (consoles.get(allowed) ?? allowed) === origin) &&
        AllowedMethods.includes(method),
    );
    if (rule === undefined || origin === undefined) return undefined;
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': rule.AllowedMethods.join(', '),
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
      ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
    };
  },
});
