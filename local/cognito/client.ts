import * as z from 'zod';
import { explained } from './pool.ts';

const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const unitSchema = z.enum(['seconds', 'minutes', 'hours', 'days']);

const flowSchema = z.enum([
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_USER_AUTH',
]);

const clientSchema = z.object({
  // The template's default is what Cognito allows when a client names no flow.
  ExplicitAuthFlows: z
    .array(flowSchema)
    .default(['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH']),
  AccessTokenValidity: z.number().int().positive().optional(),
  IdTokenValidity: z.number().int().positive().optional(),
  RefreshTokenValidity: z.number().int().positive().optional(),
  TokenValidityUnits: z
    .object({
      AccessToken: unitSchema.default('hours'),
      IdToken: unitSchema.default('hours'),
      RefreshToken: unitSchema.default('days'),
    })
    .prefault({}),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('LEGACY'),
  ReadAttributes: z.array(z.string()).optional(),
  WriteAttributes: z.array(z.string()).optional(),
  EnableTokenRevocation: z.boolean().default(true),
  AuthSessionValidity: z.number().int().min(3).max(15).default(3),
  GenerateSecret: z
    .literal(false, { error: 'clients with a secret are not emulated by the local Cognito' })
    .default(false),
  RefreshTokenRotation: z
    .object({
      Feature: z.literal('DISABLED', {
        error: 'refresh token rotation is not emulated by the local Cognito',
      }),
    })
    .optional(),
});

export type AuthFlow = z.output<typeof flowSchema>;

export interface Client {
  readonly id: string;
  readonly flows: ReadonlySet<AuthFlow>;
  readonly accessTokenSeconds: number;
  readonly idTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  /** How long a challenge may stay unanswered. */
  readonly sessionSeconds: number;
  readonly hidesUserExistence: boolean;
  readonly revocable: boolean;
  readonly mayRead: (attribute: string) => boolean;
  readonly mayWrite: (attribute: string) => boolean;
}

const memberOf = (names: readonly string[] | undefined): ((name: string) => boolean) => {
  if (names === undefined) return () => true;
  const allowed = new Set(names);
  return (name) => allowed.has(name);
};

/** Reads a client's resolved CloudFormation properties. Throws one line that names the property at fault. */
export const parseClient = (id: string, properties: unknown): Client => {
  const parsed = explained(`user pool client ${id}`, clientSchema, properties);
  const units = parsed.TokenValidityUnits;
  return {
    id,
    flows: new Set(parsed.ExplicitAuthFlows),
    accessTokenSeconds:
      parsed.AccessTokenValidity === undefined
        ? 3600
        : parsed.AccessTokenValidity * unitSeconds[units.AccessToken],
    idTokenSeconds:
      parsed.IdTokenValidity === undefined ? 3600 : parsed.IdTokenValidity * unitSeconds[units.IdToken],
    refreshTokenSeconds: (parsed.RefreshTokenValidity ?? 30) * unitSeconds[units.RefreshToken],
    sessionSeconds: parsed.AuthSessionValidity * 60,
    hidesUserExistence: parsed.PreventUserExistenceErrors === 'ENABLED',
    revocable: parsed.EnableTokenRevocation,
    mayRead: memberOf(parsed.ReadAttributes),
    mayWrite: memberOf(parsed.WriteAttributes),
  };
};
