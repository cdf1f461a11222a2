import * as z from 'zod';
import type { Credential } from '../srp.ts';

const statusSchema = z.enum(['FORCE_CHANGE_PASSWORD', 'CONFIRMED', 'RESET_REQUIRED']);

const totpSchema = z.object({
  /** Handed out by AssociateSoftwareToken, not proven yet. */
  pendingSecret: z.string().optional(),
  secret: z.string().optional(),
  enabled: z.boolean(),
  preferred: z.boolean(),
  /** The newest time step a code was taken for: none of it or before works again. */
  lastStep: z.number(),
});

const rowSchema = z.object({
  id: z.number(),
  username: z.string(),
  sub: z.string(),
  attributes: z.string(),
  enabled: z.number(),
  status: statusSchema,
  salt: z.string(),
  verifier: z.string(),
  password_set_at: z.number(),
  totp: z.string(),
  created_at: z.number(),
  modified_at: z.number(),
});

const attributesSchema = z.record(z.string(), z.string());

/** A user as the pool keeps it. Times are milliseconds since 1970. */
export interface User {
  /** Rises with every user created; pages of ListUsers go by it. */
  readonly id: number;
  readonly username: string;
  readonly sub: string;
  /** All but `sub`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly enabled: boolean;
  readonly status: z.output<typeof statusSchema>;
  readonly credential: Credential;
  readonly passwordSetAt: number;
  readonly totp: z.output<typeof totpSchema>;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export type NewUser = Pick<User, 'username' | 'sub' | 'attributes' | 'status' | 'credential'>;

/** Reads a row of the users table. */
export const userOf = (row: unknown): User => {
  const parsed = rowSchema.parse(row);
  return {
    id: parsed.id,
    username: parsed.username,
    sub: parsed.sub,
    attributes: attributesSchema.parse(JSON.parse(parsed.attributes)),
    enabled: parsed.enabled === 1,
    status: parsed.status,
    credential: { salt: parsed.salt, verifier: parsed.verifier },
    passwordSetAt: parsed.password_set_at,
    totp: totpSchema.parse(JSON.parse(parsed.totp)),
    createdAt: parsed.created_at,
    modifiedAt: parsed.modified_at,
  };
};
