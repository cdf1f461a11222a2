import * as z from 'zod/mini';
import { docs } from './docs.ts';
import { GRANTABLE_ENDPOINTS, MEMBER_ENDPOINTS } from './endpoints.ts';
import { PAGE_KEYS } from './pages.ts';
import { DATA_VIEW_LEVELS, PERMISSION_KEYS, SITE_PERMISSION_LEVELS } from './permissions.ts';

/** What the catalogue knows. Each has a name, so that the contract spells its many values out once. */
export const permissionKey = z
  .enum(PERMISSION_KEYS)
  .register(docs, { id: 'Permission', description: 'The right to do one thing; the catalogue says which.' });

export const pageKey = z
  .enum(PAGE_KEYS)
  .register(docs, { id: 'Page', description: 'A page of the console; the catalogue says what is on it.' });

export const endpointKey = z
  .enum(GRANTABLE_ENDPOINTS)
  .register(docs, { id: 'Endpoint', description: 'An operation of this contract, inside an account.' });

export const memberEndpointKey = z.enum(MEMBER_ENDPOINTS).register(docs, {
  id: 'MemberEndpoint',
  description:
    'An operation of this contract, inside an account, that members call; also those that are theirs alone.',
});

export const dataViewLevel = z.enum(DATA_VIEW_LEVELS).register(docs, {
  id: 'DataViewLevel',
  description: 'Whose data one sees, besides one’s own: from nobody’s up to that of the whole agency.',
});

export const sitePermissionLevel = z
  .enum(SITE_PERMISSION_LEVELS)
  .register(docs, { id: 'SitePermissionLevel', description: 'How far one may change the site.' });
