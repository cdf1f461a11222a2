import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../core/domain/completeness.ts';
import { request } from '../../ports/samples.ts';

const profile = request({
  profile: { email: 'ana@example.com', loginId: 'ana', phone: '+14155550123', extension: '12' },
}).profile;
const employee = {
  title: 'Agent',
  department: 'Sales',
  mobilePhone: '+14155550124',
  faxNumber: '+14155550125',
};

describe('A-19 completeness', () => {
  it('A-18 is complete when templates find all they sign with', () => {
    expect(completenessOf({ profile, employee })).toEqual({ complete: true, percent: 100, missing: [] });
  });

  it('names each gap with where the data belongs and which template field stays empty', () => {
    const { title: _, ...untitled } = employee;
    expect(completenessOf({ profile, employee: untitled })).toEqual({
      complete: false,
      percent: 88,
      missing: [{ pointer: '/employee/title', templateField: 'sender.title', detail: 'is not set' }],
    });
  });

  it('B-9 counts a placeholder number as missing, but not digits that are no phone number', () => {
    const { missing } = completenessOf({
      profile: { ...profile, phone: '0000000000', extension: '12345678' },
      employee: { ...employee, title: '1234567890', faxNumber: '9999999999' },
    });
    expect(missing.map(({ pointer }) => pointer)).toEqual(['/profile/phone', '/employee/faxNumber']);
    expect(missing[0]?.detail).toMatch(/placeholder/);
  });

  it('misses everything of a profile of which nothing is known', () => {
    expect(completenessOf({})).toMatchObject({ complete: false, percent: 0 });
    expect(completenessOf({}).missing).toHaveLength(9);
  });
});
