import { invalidParameter } from './errors.ts';
import { canonicalName, type Pool } from './pool.ts';
import type { User } from './store/user.ts';

/** OpenID Connect's standard claims: what every pool has. `sub` is there too, but never written. */
const STANDARD = new Set([
  ...['address', 'birthdate', 'email', 'email_verified', 'family_name', 'gender', 'given_name', 'locale'],
  ...['middle_name', 'name', 'nickname', 'phone_number', 'phone_number_verified', 'picture'],
  ...['preferred_username', 'profile', 'updated_at', 'website', 'zoneinfo'],
]);

const VERIFIED = /^(email|phone_number)_verified$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE_NUMBER = /^\+\d{1,15}$/;

type AttributeList = readonly { readonly Name: string; readonly Value: string }[];

const schemaEntry = (pool: Pool, name: string) =>
  pool.Schema.find((entry) => entry.Name === name || `custom:${entry.Name}` === name);

const isKnown = (pool: Pool, name: string): boolean =>
  STANDARD.has(name) || (name.startsWith('custom:') && schemaEntry(pool, name) !== undefined);

const requireValid = (pool: Pool, name: string, value: string): void => {
  if (!isKnown(pool, name)) {
    throw invalidParameter(
      `Attributes did not conform to the schema: ${name}: Attribute does not exist in the schema.\n`,
    );
  }
  if (value === '') return;
  if (name === 'email' && !EMAIL.test(value)) throw invalidParameter('Invalid email address format.');
  if (name === 'phone_number' && !PHONE_NUMBER.test(value))
    throw invalidParameter('Invalid phone number format.');
  if (VERIFIED.test(name) && !/^(true|false)$/i.test(value)) {
    throw invalidParameter(`Attributes did not conform to the schema: ${name}: must be true or false.\n`);
  }
};

/** Reads the attributes of a call, each checked against the pool's schema and written the pool's way. */
export const readAttributes = (pool: Pool, list: AttributeList): Record<string, string> => {
  const read: Record<string, string> = {};
  for (const { Name, Value } of list) {
    requireValid(pool, Name, Value);
    const flattened = Name === 'email' || Name === 'preferred_username' ? canonicalName(pool, Value) : Value;
    read[Name] = VERIFIED.test(Name) ? Value.toLowerCase() : flattened;
  }
  return read;
};

/** Cognito gives the alias to people who have confirmed their account only. */
export const requireAliasAllowed = (
  pool: Pool,
  status: User['status'],
  changes: Record<string, string>,
): void => {
  const isAlias = pool.AliasAttributes.includes('preferred_username');
  if (isAlias && changes.preferred_username && status === 'FORCE_CHANGE_PASSWORD') {
    throw invalidParameter(
      'Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
    );
  }
};

/**
 * A user's attributes after a change. An empty value takes the attribute away; a new address is unverified unless
 * the same call verifies it.
 */
export const changedAttributes = (
  pool: Pool,
  user: User,
  changes: Record<string, string>,
): Record<string, string> => {
  for (const name of Object.keys(changes)) {
    if (schemaEntry(pool, name)?.Mutable === false && user.attributes[name] !== undefined) {
      throw invalidParameter(`user.${name}: Attribute cannot be updated.\n`);
    }
  }
  const next = { ...user.attributes };
  for (const name of ['email', 'phone_number']) {
    if (changes[name] !== undefined && changes[name] !== next[name]) next[`${name}_verified`] = 'false';
  }
  Object.assign(next, changes);
  for (const [name, value] of Object.entries(next)) if (value === '') delete next[name];
  for (const name of ['email', 'phone_number']) if (next[name] === undefined) delete next[`${name}_verified`];
  return next;
};

/** What the pool requires and the user lacks: asked for together with the first password. */
export const missingAttributes = (pool: Pool, user: User): string[] =>
  pool.Schema.filter((entry) => entry.Required && user.attributes[entry.Name] === undefined).map(
    ({ Name }) => Name,
  );
