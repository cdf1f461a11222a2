import { BlockList, isIPv6 } from 'node:net';
import * as z from 'zod/mini';

/** An IPv4 or IPv6 network in CIDR notation, such as `203.0.113.0/24` or `2001:db8::/32`. */
export const cidr = z.union([z.cidrv4(), z.cidrv6()], {
  error: 'must be an IPv4 or IPv6 network in CIDR notation, such as 203.0.113.0/24',
});

/** Whether an address lies in one of the networks. An IPv4-mapped IPv6 address counts as its IPv4 address. */
export const isWithin = (address: string, networks: readonly string[]): boolean => {
  const list = new BlockList();
  for (const network of networks) {
    const [prefix = '', length = ''] = network.split('/');
    list.addSubnet(prefix, Number(length), isIPv6(prefix) ? 'ipv6' : 'ipv4');
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
};
