import { describe, expect, it } from 'vitest';
import { filtersOf, NO_FILTERS, queryOf, searchOf } from '../../../console/src/rooms/users/filters.ts';

describe('what the list of users is narrowed by', () => {
  it('A-14 is active members, and nothing in the address, unless told', () => {
    expect(filtersOf(new URLSearchParams())).toEqual(NO_FILTERS);
    expect(searchOf(NO_FILTERS)).toEqual({});
    expect(queryOf(NO_FILTERS)).toEqual({ status: 'active' });
  });

  it('stands in the address, and comes out of it as it went in', () => {
    const filters = {
      sought: 'ana',
      by: 'loginId' as const,
      status: 'any',
      folder: 'fld_1',
      role: 'rol_1',
      location: 'eu-west-1',
    };
    expect(filtersOf(new URLSearchParams(searchOf(filters)))).toEqual(filters);
  });

  it('searches by name, by email where there is an @, by login ID where that is chosen', () => {
    const asked = (sought: string, by: 'name' | 'loginId' = 'name') =>
      queryOf({ ...NO_FILTERS, sought, by, status: 'any' });
    expect(asked(' Ana ')).toEqual({ status: 'any', name: 'Ana' });
    expect(asked('ana@')).toEqual({ status: 'any', email: 'ana@' });
    expect(asked('ana', 'loginId')).toEqual({ status: 'any', loginId: 'ana' });
    expect(asked('  ')).toEqual({ status: 'any' });
  });

  it('leaves out a status that there is not', () => {
    expect(queryOf(filtersOf(new URLSearchParams('status=asleep')))).toEqual({});
  });
});
