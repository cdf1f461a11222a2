import type { DatabaseSync } from 'node:sqlite';
import { CognitoError, userNotFound } from '../errors.ts';
import { type AliasAttribute, canonicalName, type Pool } from '../pool.ts';
import { transaction } from './database.ts';
import { type NewUser, type User, userOf } from './user.ts';

/** The aliases a user's attributes give: an email only once verified, a preferred user name once set. */
const aliasesOf = (pool: Pool, attributes: User['attributes']): [AliasAttribute, string][] =>
  pool.AliasAttributes.flatMap((alias): [AliasAttribute, string][] => {
    const value = attributes[alias];
    const stands = alias === 'preferred_username' || attributes.email_verified === 'true';
    return value !== undefined && stands ? [[alias, canonicalName(pool, value)]] : [];
  });

export const openUsers = (database: DatabaseSync, pool: Pool, now: () => number) => {
  const insert = database.prepare(
    `INSERT INTO users (username, sub, attributes, enabled, status, salt, verifier, password_set_at, totp, created_at, modified_at)
     VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare(
    `UPDATE users SET attributes = ?, enabled = ?, status = ?, salt = ?, verifier = ?, password_set_at = ?, totp = ?,
     modified_at = ? WHERE username = ?`,
  );
  const byUsername = database.prepare('SELECT * FROM users WHERE username = ?');
  const byName = database.prepare(
    'SELECT users.* FROM users JOIN sign_in_names USING (username) WHERE sign_in_names.name = ?',
  );
  const after = database.prepare('SELECT * FROM users WHERE id > ? ORDER BY id');
  const remove = database.prepare('DELETE FROM users WHERE username = ?');
  const insertName = database.prepare('INSERT INTO sign_in_names (name, kind, username) VALUES (?, ?, ?)');
  const removeAliases = database.prepare(
    "DELETE FROM sign_in_names WHERE username = ? AND kind <> 'username'",
  );

  const get = (username: string): User | undefined => {
    const row = byUsername.get(username);
    return row === undefined ? undefined : userOf(row);
  };

  const write = (user: User): void => {
    update.run(
      JSON.stringify(user.attributes),
      user.enabled ? 1 : 0,
      user.status,
      user.credential.salt,
      user.credential.verifier,
      user.passwordSetAt,
      JSON.stringify(user.totp),
      now(),
      user.username,
    );
  };

  const holderOf = (name: string): User | undefined => {
    const row = byName.get(canonicalName(pool, name));
    return row === undefined ? undefined : userOf(row);
  };

  /** Gives the user exactly the aliases its attributes call for; `taken` says what a clash is called. */
  const claimAliases = (user: User, taken: (alias: AliasAttribute) => CognitoError): void => {
    removeAliases.run(user.username);
    for (const [alias, name] of aliasesOf(pool, user.attributes)) {
      if (holderOf(name) !== undefined) throw taken(alias);
      insertName.run(name, alias, user.username);
    }
  };

  const required = (username: string): User => {
    const user = get(username);
    if (user === undefined) throw userNotFound();
    return user;
  };

  return {
    get,
    required,

    /** Whoever signs in by this name: user name, verified email or preferred user name, in any letter case. */
    bySignInName: holderOf,

    /** Adds a user and its aliases, or throws and adds nothing. `force` takes a taken email from its holder. */
    create: (user: NewUser, force: boolean): User =>
      transaction(database, () => {
        if (holderOf(user.username) !== undefined) {
          throw new CognitoError('UsernameExistsException', 'User account already exists');
        }
        const at = now();
        const totp = JSON.stringify({ enabled: false, preferred: false, lastStep: 0 } satisfies User['totp']);
        const { salt, verifier } = user.credential;
        const attributes = JSON.stringify(user.attributes);
        insert.run(user.username, user.sub, attributes, user.status, salt, verifier, at, totp, at, at);
        insertName.run(user.username, 'username', user.username);
        const created = required(user.username);
        for (const [alias, name] of force ? aliasesOf(pool, user.attributes) : []) {
          const holder = holderOf(name);
          if (alias !== 'email' || holder === undefined) continue;
          write({ ...holder, attributes: { ...holder.attributes, email_verified: 'false' } });
          claimAliases(required(holder.username), aliasTaken);
        }
        claimAliases(created, emailTakenAtCreation);
        return created;
      }),

    /** Changes what is stored now, not what the caller read before it waited for something. */
    change: (username: string, edit: (user: User) => Partial<User>): User =>
      transaction(database, () => {
        const before = required(username);
        const edited = { ...before, ...edit(before) };
        write(edited);
        if (edited.attributes !== before.attributes) claimAliases(edited, aliasTaken);
        return required(username);
      }),

    remove: (username: string): void => {
      remove.run(username);
    },

    /** Users in the order of their creation, read one by one. */
    *after(id: number): Generator<User> {
      for (const row of after.iterate(id)) yield userOf(row);
    },
  };
};

const aliasTaken = (alias: AliasAttribute): CognitoError =>
  new CognitoError(
    'AliasExistsException',
    alias === 'email'
      ? 'An account with the email already exists.'
      : 'Already found an entry for the provided username.',
  );

/**
 * The API reference announces AliasExistsException here; the service answers UsernameExistsException and lets the
 * message name the email (boto/boto3#3213).
 */
const emailTakenAtCreation = (): CognitoError =>
  new CognitoError('UsernameExistsException', 'An account with the email already exists.');
