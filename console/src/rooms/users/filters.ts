import { useSearchParams } from 'react-router';
import type { MemberFilters } from '../../api/members.ts';

/** What the list is narrowed by. It stands in the address, so that going back and reloading keep it. */
export interface Filters {
  readonly sought: string;
  readonly by: 'name' | 'loginId';
  /** One of the statuses, or any; active ones unless told. */
  readonly status: string;
  readonly folder: string;
  readonly role: string;
  readonly location: string;
}

export const NO_FILTERS: Filters = {
  sought: '',
  by: 'name',
  status: 'active',
  folder: '',
  role: '',
  location: '',
};

const NAMES = ['sought', 'by', 'status', 'folder', 'role', 'location'] as const;

const isStatus = (text: string): text is NonNullable<MemberFilters['status']> =>
  ['onboarding', 'active', 'deactivated', 'suspended', 'any'].includes(text);

export const filtersOf = (search: URLSearchParams): Filters => ({
  sought: search.get('sought') ?? '',
  by: search.get('by') === 'loginId' ? 'loginId' : 'name',
  status: search.get('status') ?? NO_FILTERS.status,
  folder: search.get('folder') ?? '',
  role: search.get('role') ?? '',
  location: search.get('location') ?? '',
});

/** As an address has them: nothing of what is as always. */
export const searchOf = (filters: Filters): Record<string, string> =>
  Object.fromEntries(
    NAMES.filter((name) => filters[name] !== NO_FILTERS[name]).map((name) => [name, filters[name]]),
  );

/** By what the API is to search: an email is known by its @. */
export const soughtBy = ({ sought, by }: Filters): 'name' | 'email' | 'loginId' => {
  if (by === 'loginId') return by;
  return sought.includes('@') ? 'email' : 'name';
};

/** What the API is asked for. */
export const queryOf = (filters: Filters): MemberFilters => {
  const { status, folder, role, location } = filters;
  const sought = filters.sought.trim();
  return {
    ...(isStatus(status) && { status }),
    ...(folder !== '' && { folderId: folder }),
    ...(role !== '' && { role }),
    ...(location !== '' && { location }),
    ...(sought !== '' && { [soughtBy(filters)]: sought }),
  };
};

export const useFilters = () => {
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  return {
    filters,
    put: (changed: Partial<Filters>) =>
      // The address knows more than what is drawn: two changes may come right after one another.
      setSearch(searchOf({ ...filtersOf(new URLSearchParams(location.search)), ...changed }), {
        replace: true,
      }),
  };
};
