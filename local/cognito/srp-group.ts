import { createHash, createHmac, getDiffieHellman, hkdfSync } from 'node:crypto';

/** Secure Remote Password as Cognito speaks it: SRP-6a (RFC 5054) over the 3072-bit group of RFC 3526, with SHA-256. */
export const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
export const g = 2n;

/** Big enough to be secret (RFC 5054 asks for 256 bits), small enough to stay quick. */
export const PRIVATE_VALUE_BYTES = 32;

export const modPow = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
};

/** The clients hash Java's BigInteger encoding: whole bytes, with a zero byte in front when the top bit is set. */
export const padded = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
};

export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const integer = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

export const k = integer(sha256(padded(N), padded(g)));

/** What a password is for: the verifier of one user does not fit another. */
export interface Identity {
  readonly poolName: string;
  readonly username: string;
}

/** x: the password as a number, which is good for this salt only. */
export const privateKey = ({ poolName, username }: Identity, password: string, salt: bigint): bigint =>
  integer(sha256(padded(salt), sha256(`${poolName}${username}:${password}`)));

/** u: what ties the two public values together. */
export const scramble = (A: bigint, B: bigint): bigint => integer(sha256(padded(A), padded(B)));

/** The proof that one knows S: over what the challenge and the answer to it say, with a key derived by HKDF. */
export const sign = (
  S: bigint,
  u: bigint,
  said: { readonly identity: Identity; readonly secretBlock: Buffer; readonly timestamp: string },
): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', padded(S), padded(u), 'Caldera Derived Key', 16)))
    .update(said.identity.poolName)
    .update(said.identity.username)
    .update(said.secretBlock)
    .update(said.timestamp)
    .digest();
