import * as z from 'zod';

/**
 * A pool's CloudFormation properties. What is emulated is read; what would change behaviour here but is not
 * emulated is refused at start, so a stack never quietly means less on one machine than on AWS.
 */
const passwordPolicySchema = z.strictObject({
  MinimumLength: z.number().int().min(6).max(99).default(8),
  RequireLowercase: z.boolean().default(false),
  RequireUppercase: z.boolean().default(false),
  RequireNumbers: z.boolean().default(false),
  RequireSymbols: z.boolean().default(false),
  TemporaryPasswordValidityDays: z.number().int().min(1).max(365).default(7),
});

/** What Cognito uses when the template says nothing about passwords. */
const defaultPasswordPolicy = {
  MinimumLength: 8,
  RequireLowercase: true,
  RequireUppercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
} satisfies z.output<typeof passwordPolicySchema>;

const notEmulated = (what: string) => ({ error: `${what} is not emulated by the local Cognito` });

const messageTemplateSchema = z.object({
  EmailMessage: z.string().optional(),
  EmailSubject: z.string().optional(),
});

const poolSchema = z.object({
  AliasAttributes: z.array(z.enum(['email', 'preferred_username'], notEmulated('this alias'))).default([]),
  UsernameAttributes: z.array(z.string()).max(0, notEmulated('UsernameAttributes')).optional(),
  UsernameConfiguration: z.object({ CaseSensitive: z.boolean() }).default({ CaseSensitive: true }),
  Policies: z.object({ PasswordPolicy: passwordPolicySchema.default(defaultPasswordPolicy) }).prefault({}),
  AdminCreateUserConfig: z.object({
    AllowAdminCreateUserOnly: z.literal(true, notEmulated('self sign-up (AllowAdminCreateUserOnly: false)')),
    InviteMessageTemplate: messageTemplateSchema.default({}),
  }),
  VerificationMessageTemplate: messageTemplateSchema.default({}),
  EmailVerificationMessage: z.string().optional(),
  EmailVerificationSubject: z.string().optional(),
  EmailConfiguration: z
    .object({ From: z.string().optional(), ConfigurationSet: z.string().optional() })
    .default({}),
  MfaConfiguration: z.enum(['OFF', 'OPTIONAL'], notEmulated('MfaConfiguration ON')).default('OFF'),
  EnabledMfas: z.array(z.literal('SOFTWARE_TOKEN_MFA', notEmulated('this MFA'))).default([]),
  AccountRecoverySetting: z
    .object({ RecoveryMechanisms: z.array(z.object({ Name: z.string(), Priority: z.number() })).default([]) })
    .optional(),
  Schema: z
    .array(
      z.object({
        Name: z.string(),
        Mutable: z.boolean().default(true),
        Required: z.boolean().default(false),
      }),
    )
    .default([]),
  LambdaConfig: z
    .strictObject(
      {
        CustomMessage: z.string().optional(),
        PreAuthentication: z.string().optional(),
        PostAuthentication: z.string().optional(),
        PostConfirmation: z.string().optional(),
        PreTokenGeneration: z.string().optional(),
      },
      {
        error: (issue) =>
          issue.code === 'unrecognized_keys' ? notEmulated(issue.keys.join(', ')).error : undefined,
      },
    )
    .default({}),
});

export type PasswordPolicy = z.output<typeof passwordPolicySchema>;
export type TriggerName = keyof z.output<typeof poolSchema>['LambdaConfig'];
export type AliasAttribute = 'email' | 'preferred_username';

export type Pool = z.output<typeof poolSchema> & {
  readonly id: string;
  /** The part of the id behind the underscore: what SRP hashes in place of the whole id. */
  readonly name: string;
  readonly region: string;
  readonly issuer: string;
};

/** Reads the pool's resolved properties. Throws one line that names the property at fault. */
export const parsePool = (id: string, region: string, properties: unknown): Pool => {
  const name = /^[\w-]+_([0-9a-zA-Z]+)$/.exec(id)?.[1];
  if (name === undefined) throw new Error(`User pool id ${id} is not of the form region_name`);
  return {
    ...explained(`user pool ${id}`, poolSchema, properties),
    id,
    name,
    region,
    issuer: `https://cognito-idp.${region}.amazonaws.com/${id}`,
  };
};

/**
 * How the pool writes a user name, email or preferred user name. A case-insensitive pool flattens all three to
 * lower case, in what it answers too:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html
 */
export const canonicalName = (pool: Pool, name: string): string =>
  pool.UsernameConfiguration.CaseSensitive ? name : name.toLowerCase();

/** Parses properties, or throws an error of one line: the thing, the path, what is wrong. */
export const explained = <Schema extends z.ZodType>(
  thing: string,
  schema: Schema,
  properties: unknown,
): z.output<Schema> => {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`);
  throw new Error(`Properties of ${thing}: ${faults.join('; ')}`);
};
