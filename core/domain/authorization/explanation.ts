import { ENDPOINTS, type Endpoint, type EndpointAccess, endpointsOf } from '../endpoints.ts';
import { PAGES, type Page } from '../pages.ts';
import { PERMISSIONS, type Permission } from '../permissions.ts';
import { WARNINGS, type WarningCode } from '../warnings.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { memberRole } from './member-role.ts';
import { type Given, lacksOf, layersOf, type Rights, rightsOf, roleRefOf, type Source } from './rights.ts';

/** Where a right comes from, as the contract shows it. */
interface ShownSource {
  from: Source['from'] | 'permission';
  id?: string | undefined;
  name?: string | undefined;
  by?: 'hand' | 'folder' | undefined;
}

const shownSource = (source: Source): ShownSource => {
  switch (source.from) {
    case 'role':
      return { from: 'role', id: source.role, name: source.name, by: source.by };
    case 'folder':
      return { from: 'folder', id: source.folderId, name: source.name };
    case 'grant':
      return { from: 'grant' };
    case 'agency-role':
      return { from: 'agency-role', id: source.role, name: source.name };
  }
};

const opens = (endpoint: Endpoint): readonly Permission[] => {
  const access: EndpointAccess = ENDPOINTS[endpoint];
  return typeof access === 'object' ? access.anyOf : [];
};

/** What a change would break, or is broken already: permissions without effect, no page to land on (E-19). */
const warningsOf = (policy: CompiledPolicy, given: Given, rights: Rights) => {
  const warnings: { code: WarningCode; detail: string }[] = [];
  const grants = given.byHand?.grants ?? [];
  for (const permission of grants) {
    const lacks = lacksOf(permission, rights.given, rights.designation);
    if (lacks.length > 0)
      warnings.push({ code: 'missing-requirement', detail: `${permission} needs ${lacks.join(' and ')}.` });
  }
  if (rights.pages.size === 0 && roleRefOf(policy, given)?.ref !== 'api-user')
    warnings.push({ code: 'no-page', detail: WARNINGS['no-page'] });
  return warnings;
};

const fromHand = (level: string | undefined): 'hand' | 'role' => (level === undefined ? 'role' : 'hand');

/** What a member may do, each part with where it comes from. */
export const explain = (policy: CompiledPolicy, given: Given) => {
  const rights = rightsOf(policy, given);
  const layers = layersOf(policy, given);
  const sourcesOf = (has: (layer: (typeof layers)[number]) => boolean): readonly ShownSource[] =>
    layers.filter(has).map(({ source }) => shownSource(source));
  const unlocking = (page: Page): readonly ShownSource[] =>
    [...rights.permissions]
      .filter((key) => PERMISSIONS[key].pages.some((unlocked) => unlocked === page))
      .map((id) => ({ from: 'permission', id, name: PERMISSIONS[id].name }));
  return {
    role: memberRole(policy, { folderId: given.folderId, role: given.byHand?.role }),
    designation: rights.designation,
    folders: policy.path(given.folderId).map(({ folderId, name }) => ({ folderId, name })),
    permissions: [...rights.given].map((permission) => ({
      permission,
      name: PERMISSIONS[permission].name,
      effective: rights.permissions.has(permission),
      lacks: lacksOf(permission, rights.given, rights.designation),
      sources: sourcesOf(({ permissions }) => permissions.includes(permission)),
    })),
    pages: [...rights.pages].map((page) => ({
      page,
      name: PAGES[page].name,
      sources: [...sourcesOf(({ pages }) => pages.includes(page)), ...unlocking(page)],
    })),
    endpoints: endpointsOf(rights.permissions).map((endpoint) => ({
      endpoint,
      permissions: opens(endpoint).filter((permission) => rights.permissions.has(permission)),
    })),
    dataViewLevel: rights.dataViewLevel,
    dataViewLevelFrom: given.agencyRole ? ('agency-role' as const) : fromHand(given.byHand?.dataViewLevel),
    sitePermissionLevel: rights.sitePermissionLevel,
    sitePermissionLevelFrom: fromHand(given.byHand?.sitePermissionLevel),
    reach: {
      everything: rights.reach === 'everything',
      folders: rights.reach === 'everything' ? [] : [...rights.reach],
    },
    groups: (given.byHand?.groups ?? []).flatMap((id) => {
      const group = policy.policy.groups[id];
      return group ? [{ groupId: id, name: group.name, folders: group.folders }] : [];
    }),
    affiliateProfile: given.byHand?.affiliateProfile,
    warnings: warningsOf(policy, given, rights),
  };
};

const without = <Key>(some: Iterable<Key>, others: Iterable<Key>): readonly Key[] => {
  const known = new Set(others);
  return [...some].filter((key) => !known.has(key));
};

/** What changing one set of rights into another adds, or the other way round, takes away. */
export const gained = (before: Rights, after: Rights) => ({
  permissions: without(after.permissions, before.permissions),
  pages: without(after.pages, before.pages),
  endpoints: without(endpointsOf(after.permissions), endpointsOf(before.permissions)),
});
