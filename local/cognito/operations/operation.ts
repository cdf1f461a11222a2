import * as z from 'zod';
import type { Cognito } from '../cognito.ts';
import { invalidParameter } from '../errors.ts';

/** `admin` operations ask for a signed request; here the Authorization header has to be there, unread. */
export type Access = 'public' | 'admin';

export interface Operation {
  readonly access: Access;
  readonly run: (cognito: Cognito, input: unknown) => Promise<object>;
}

/** Declares one operation: who may call it, what it takes, what it does. */
export const operation = <Input extends z.ZodType>(
  access: Access,
  input: Input,
  run: (cognito: Cognito, input: z.output<Input>) => object | Promise<object>,
): Operation => ({
  access,
  run: async (cognito, body) => run(cognito, parseInput(input, body)),
});

const parseInput = <Input extends z.ZodType>(schema: Input, body: unknown): z.output<Input> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) => `Value at '${fieldName(issue.path)}' failed to satisfy constraint: ${issue.message}`,
  );
  const count = faults.length === 1 ? '1 validation error' : `${faults.length} validation errors`;
  throw invalidParameter(`${count} detected: ${faults.join('; ')}`);
};

/** Cognito names a field the way Java does: first letter small, counted from one. */
const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `${part + 1}.member` : String(part)))
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.');

const notNull = (issue: { input?: unknown }): string | undefined =>
  issue.input === undefined ? 'Member must not be null' : undefined;

export const usernameSchema = z
  .string({ error: notNull })
  .min(1)
  .max(128)
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u);
export const passwordSchema = z
  .string({ error: notNull })
  .max(256)
  .regex(/^\S.*\S$/s);
export const userPoolIdSchema = z.string({ error: notNull }).regex(/^[\w-]+_[0-9a-zA-Z]+$/);
export const clientIdSchema = z.string({ error: notNull }).regex(/^[\w+]{1,128}$/);
export const tokenSchema = z.string({ error: notNull }).min(1);
export const metadataSchema = z.record(z.string(), z.string()).optional();
export const attributeListSchema = z.array(
  z.object({ Name: z.string().min(1).max(32), Value: z.string().max(2048).default('') }),
);

/** The head of every administrator's operation on one user. */
export const adminTargetSchema = z.object({ UserPoolId: userPoolIdSchema, Username: usernameSchema });
