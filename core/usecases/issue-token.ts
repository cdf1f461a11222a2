import { AddressNotAllowed, BadCredentials } from '../domain/errors.ts';
import { isWithin } from '../domain/network.ts';
import type { Ports } from './ports.ts';

/** Cognito tells the time of a sign-in in whole seconds, and one in the very second of a rotation counts as before it. */
const SECOND = 1000;

/**
 * Signs an API user in: the address first, then the secret (E-12). Throws `AddressNotAllowed`, and `BadCredentials`
 * whichever of id and secret is wrong.
 */
export const issueToken =
  ({ apiUsers, apiSignIn, clock }: Pick<Ports, 'apiUsers' | 'apiSignIn' | 'clock'>) =>
  async (apiUserId: string, secret: string, sourceAddress: string) => {
    const user = await apiUsers.find(apiUserId);
    if (user === undefined) throw new BadCredentials();
    if (!isWithin(sourceAddress, user.allowedNetworks)) throw new AddressNotAllowed();
    await clock.sleepUntil(nextSecond(user.signedOutAt));
    return apiSignIn.issueToken(apiUserId, secret);
  };

const nextSecond = (at: string | undefined): Date =>
  new Date(at === undefined ? 0 : Math.ceil(Date.parse(at) / SECOND) * SECOND);
