import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cidr, isWithin } from '../../../core/domain/network.ts';

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const numberOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum * 256 + part, 0);

describe('A-7 networks', () => {
  it.each(['203.0.113.0/24', '0.0.0.0/0', '192.0.2.7/32', '2001:db8::/32', '::/0', '::1/128'])(
    'takes %s',
    (network) => {
      expect(cidr.safeParse(network).success).toBe(true);
    },
  );

  it.each([
    '203.0.113.0',
    '203.0.113.0/33',
    '256.0.0.0/8',
    '2001:db8::/129',
    '2001:db8::',
    'any',
    '10/8',
    '',
  ])('refuses %s, in words', (network) => {
    expect(cidr.safeParse(network).error?.issues[0]?.message).toMatch(/CIDR notation/);
  });

  it.each([
    ['203.0.113.255', '203.0.113.0/24', true],
    ['203.0.114.0', '203.0.113.0/24', false],
    ['192.0.2.7', '192.0.2.7/32', true],
    ['192.0.2.8', '192.0.2.7/32', false],
    ['198.51.100.1', '0.0.0.0/0', true],
    ['203.0.113.9', '203.0.113.77/24', true],
    ['2001:db8:ffff::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['2001:DB8::1', '2001:db8::/32', true],
    ['2001:db8::1', '0.0.0.0/0', false],
  ])('%s lies in %s: %s', (address, network, expected) => {
    expect(isWithin(address, [network])).toBe(expected);
  });

  it.each(['::ffff:203.0.113.5', '::ffff:cb00:7105', '::FFFF:CB00:7105'])(
    'takes the IPv4-mapped address %s for its IPv4 address',
    (address) => {
      expect(isWithin(address, ['203.0.113.0/24'])).toBe(true);
      expect(isWithin(address, ['198.51.100.0/24', '2001:db8::/32'])).toBe(false);
    },
  );

  it('lets in who lies in any of them, and nobody by none', () => {
    expect(isWithin('2001:db8::1', ['203.0.113.0/24', '2001:db8::/32'])).toBe(true);
    expect(isWithin('203.0.113.1', [])).toBe(false);
  });

  it('compares just the first bits, as many as the length says', () => {
    fc.assert(
      fc.property(octets, octets, fc.integer({ min: 0, max: 32 }), (address, network, length) => {
        const block = 2 ** (32 - length);
        const same = Math.floor(numberOf(address) / block) === Math.floor(numberOf(network) / block);
        expect(isWithin(address.join('.'), [`${network.join('.')}/${length}`])).toBe(same);
      }),
    );
  });
});
