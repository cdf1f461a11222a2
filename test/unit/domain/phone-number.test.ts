import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { numberFault, phoneFaults } from '../../../core/domain/phone-number.ts';

describe('A-18 a phone number', () => {
  it.each([
    '+14155550123',
    '+12125550101',
    '+353209110103',
    '+442071838750',
    '+4930123456',
    '+525512345678',
    '+639171234567',
    '+80012345678',
  ])('can exist: %s', (number) => {
    expect(numberFault(number)).toBeUndefined();
  });

  it.each([
    ['+49301', 'is no phone number of +49 (Germany): it is too short'],
    ['+5215512345678', 'is no phone number of +52 (Mexico): it is too long'],
    ['+15555550100', 'is no phone number of +1: there is none like it'],
    ['+14155550123456', 'is no phone number of +1: it is too long'],
    ['+299000000', 'is no phone number of +299 (Greenland): there is none like it'],
    ['+9991234567', 'is no phone number: it begins with no country’s code, such as +1 or +44'],
  ])('cannot exist: %s', (number, fault) => {
    expect(numberFault(number)).toBe(fault);
  });

  it('B-9 is left alone when it is ten digits, a placeholder', () => {
    for (const placeholder of ['0000000000', '1234567890']) expect(numberFault(placeholder)).toBeUndefined();
  });
});

describe('A-18 the phone numbers of a member', () => {
  const wrong = '+49301';

  it('are all looked at, each fault with its pointer', () => {
    const faults = phoneFaults(
      {
        profile: { phone: wrong },
        employee: { mobilePhone: wrong, faxNumber: wrong },
        dialing: { receivingNumber: wrong, ifUnavailable: { action: 'forward', forwardTo: wrong } },
        messaging: { massFax: { enabled: true, sender: { name: 'Sunrise', number: wrong } } },
      },
      '/sections',
    );
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/sections/profile/phone',
      '/sections/employee/mobilePhone',
      '/sections/employee/faxNumber',
      '/sections/dialing/receivingNumber',
      '/sections/dialing/ifUnavailable/forwardTo',
      '/sections/messaging/massFax/sender/number',
    ]);
  });

  it('are not looked at again while they stay: plans change, and other fields are to be edited all the same', () => {
    const before = { profile: { phone: wrong }, employee: { mobilePhone: wrong } };
    const after = { ...before, employee: { mobilePhone: '+49302' } };
    expect(phoneFaults(before, '', before)).toEqual([]);
    expect(phoneFaults(after, '', before)).toMatchObject([{ pointer: '/employee/mobilePhone' }]);
  });

  it('need not be there', () => {
    expect(phoneFaults({}, '')).toEqual([]);
    const emptied = { employee: null, dialing: { ifUnavailable: { action: 'voicemail' } }, messaging: null };
    expect(phoneFaults({ profile: {}, ...emptied } as Parameters<typeof phoneFaults>[0], '')).toEqual([]);
  });
});

it('A-18 the example’s phone numbers can all exist', () => {
  const people: Record<string, string>[] = parse(readFileSync('examples/roster.csv'), { columns: true });
  const numbers = people.flatMap((row) => [row.phone, row.mobile_phone, row.fax_number].filter(Boolean));
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers.flatMap((number = '') => numberFault(number) ?? [])).toEqual([]);
});
