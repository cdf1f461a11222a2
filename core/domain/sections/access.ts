import * as z from 'zod';
import { cidr } from '../network.ts';
import { uniqueItems } from './unique-items.ts';

/** Section 7: the only networks the user may call from. */
export const access = z
  .strictObject({
    allowedNetworks: uniqueItems(z.array(cidr).min(1).max(100)).describe(
      'IPv4 or IPv6 networks in CIDR notation; calls from any other address are refused.',
    ),
  })
  .describe('External access restricted to IP addresses, if any (A-7).');

export type Access = z.infer<typeof access>;
