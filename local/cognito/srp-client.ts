import { randomBytes } from 'node:crypto';
import {
  g,
  type Identity,
  integer,
  k,
  modPow,
  N,
  PRIVATE_VALUE_BYTES,
  privateKey,
  scramble,
  sign,
} from './srp-group.ts';

/** The server's answer to a public value. */
interface Challenge {
  readonly identity: Identity;
  /** Hexadecimal. */
  readonly salt: string;
  /** B, hexadecimal. */
  readonly serverPublic: string;
  /** Base64. */
  readonly secretBlock: string;
}

interface Answer {
  readonly timestamp: string;
  /** Base64. */
  readonly signature: string;
}

/** "Sun Mar 1 12:00:00 UTC 2026": the one way of writing a time that Cognito takes. */
const timestampOf = (date: Date): string => {
  const [weekday, day, month, year, time] = date.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
};

/**
 * The client's half of SRP, for who signs in from Node. With native numbers it takes a twentieth of the time of the
 * libraries made for browsers; that the server understands those as well is tested with two of them.
 */
export const beginExchange = () => {
  const a = integer(randomBytes(PRIVATE_VALUE_BYTES));
  const A = modPow(g, a);
  return {
    /** A, hexadecimal. */
    clientPublic: A.toString(16),
    answer: (password: string, { identity, salt, serverPublic, secretBlock }: Challenge): Answer => {
      const B = BigInt(`0x${serverPublic}`);
      const x = privateKey(identity, password, BigInt(`0x${salt}`));
      const u = scramble(A, B);
      // B - k·g^x may be below zero, and its remainder with it.
      const base = (((B - k * modPow(g, x)) % N) + N) % N;
      const timestamp = timestampOf(new Date());
      const said = { identity, secretBlock: Buffer.from(secretBlock, 'base64'), timestamp };
      return { timestamp, signature: sign(modPow(base, a + u * x), u, said).toString('base64') };
    },
  };
};
