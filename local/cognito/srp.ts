import {
  createHash,
  createHmac,
  getDiffieHellman,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * Secure Remote Password as Cognito speaks it: SRP-6a (RFC 5054) over the 3072-bit group of RFC 3526, SHA-256,
 * and a session key derived with HKDF. The server keeps a salt and a verifier; the password is never stored.
 */
const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
const g = 2n;

/** Big enough to be secret (RFC 5054 asks for 256 bits), small enough to stay quick. */
const PRIVATE_VALUE_BYTES = 32;

const modPow = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
};

/** The clients hash Java's BigInteger encoding: whole bytes, with a zero byte in front when the top bit is set. */
const padded = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
};

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const integer = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

const k = integer(sha256(padded(N), padded(g)));

export interface Credential {
  /** Hexadecimal. */
  readonly salt: string;
  /** Hexadecimal. */
  readonly verifier: string;
}

/** What a password is for: the verifier of one user does not fit another. */
export interface Identity {
  readonly poolName: string;
  readonly username: string;
}

const verifierOf = (identity: Identity, password: string, salt: bigint): bigint => {
  const secret = sha256(`${identity.poolName}${identity.username}:${password}`);
  return modPow(g, integer(sha256(padded(salt), secret)));
};

/** Makes the only trace of a password that is kept. */
export const makeCredential = (identity: Identity, password: string): Credential => {
  const salt = integer(randomBytes(16));
  return { salt: salt.toString(16), verifier: verifierOf(identity, password, salt).toString(16) };
};

/** Checks a password sent in clear (USER_PASSWORD_AUTH) against the SRP verifier: one credential, no second hash. */
export const passwordMatches = (identity: Identity, password: string, credential: Credential): boolean => {
  const offered = verifierOf(identity, password, BigInt(`0x${credential.salt}`));
  return timingSafeEqual(sha256(padded(offered)), sha256(padded(BigInt(`0x${credential.verifier}`))));
};

interface ServerChallenge {
  /** b, hexadecimal; known to the server only. */
  readonly secret: string;
  /** B, hexadecimal. */
  readonly public: string;
}

export const makeChallenge = (credential: Credential): ServerChallenge => {
  const b = integer(randomBytes(PRIVATE_VALUE_BYTES));
  const B = (k * BigInt(`0x${credential.verifier}`) + modPow(g, b)) % N;
  return { secret: b.toString(16), public: B.toString(16) };
};

/** A value of zero modulo N would make the session key known to anyone (RFC 5054, section 2.5.4). */
export const isUsablePublicValue = (A: string): boolean =>
  /^[0-9a-f]{1,1024}$/i.test(A) && BigInt(`0x${A}`) % N !== 0n;

interface Proof {
  readonly identity: Identity;
  readonly credential: Credential;
  readonly challenge: ServerChallenge;
  /** A, hexadecimal. */
  readonly clientPublic: string;
  readonly secretBlock: Buffer;
  readonly timestamp: string;
  /** Base64. */
  readonly signature: string;
}

/** Whether the client's signature shows that it knows the password behind the credential. */
export const proofHolds = (proof: Proof): boolean => {
  const A = BigInt(`0x${proof.clientPublic}`);
  const B = BigInt(`0x${proof.challenge.public}`);
  const u = integer(sha256(padded(A), padded(B)));
  if (u === 0n) return false;
  const v = BigInt(`0x${proof.credential.verifier}`);
  const S = modPow((A % N) * modPow(v, u), BigInt(`0x${proof.challenge.secret}`));
  const key = hkdfSync('sha256', padded(S), padded(u), 'Caldera Derived Key', 16);
  const expected = createHmac('sha256', Buffer.from(key))
    .update(proof.identity.poolName)
    .update(proof.identity.username)
    .update(proof.secretBlock)
    .update(proof.timestamp)
    .digest();
  const given = Buffer.from(proof.signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
};
