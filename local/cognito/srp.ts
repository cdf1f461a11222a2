import { randomBytes, timingSafeEqual } from 'node:crypto';
import {
  g,
  type Identity,
  integer,
  k,
  modPow,
  N,
  PRIVATE_VALUE_BYTES,
  padded,
  privateKey,
  scramble,
  sha256,
  sign,
} from './srp-group.ts';

/** The server's half of SRP: it keeps a salt and a verifier; the password is never stored. */
export interface Credential {
  /** Hexadecimal. */
  readonly salt: string;
  /** Hexadecimal. */
  readonly verifier: string;
}

const verifierOf = (identity: Identity, password: string, salt: bigint): bigint =>
  modPow(g, privateKey(identity, password, salt));

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
  const u = scramble(A, B);
  if (u === 0n) return false;
  const v = BigInt(`0x${proof.credential.verifier}`);
  const S = modPow((A % N) * modPow(v, u), BigInt(`0x${proof.challenge.secret}`));
  const expected = sign(S, u, proof);
  const given = Buffer.from(proof.signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
};
