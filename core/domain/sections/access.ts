import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { cidr } from '../network.ts';
import { uniqueItems } from './unique-items.ts';

/** Section 7: the only networks the user may call from. */
export const access = z
  .strictObject({
    allowedNetworks: uniqueItems(
      {
        title: 'Allowed networks',
        description: 'IPv4 or IPv6 networks in CIDR notation; calls from any other address are refused.',
      },
      cidr,
      z.minLength(1),
      z.maxLength(100),
    ),
  })
  .register(docs, {
    title: 'Access restriction',
    description: 'External access restricted to IP addresses, if any (A-7).',
  });

export type Access = z.infer<typeof access>;
