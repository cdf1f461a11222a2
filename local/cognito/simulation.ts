import { createHmac } from 'node:crypto';
import type { Credential } from './srp.ts';

/**
 * What an unknown user looks like when user-existence errors are hidden: for one name always the same id (a UUID)
 * and the same salt, as RFC 5054 section 2.5.1.3 advises, with a verifier nobody knows a password for.
 */
interface SimulatedUser {
  readonly username: string;
  readonly credential: Credential;
}

export const simulateUser = (secret: string, name: string): SimulatedUser => {
  const derive = (purpose: string): string =>
    createHmac('sha256', secret).update(`${purpose}:${name}`).digest('hex');
  const id = derive('id');
  return {
    username: `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20, 32)}`,
    credential: { salt: derive('salt').slice(0, 32), verifier: derive('verifier').repeat(12) },
  };
};
