import * as z from 'zod/mini';
import { APP_NAMES, APPS } from '../domain/apps.ts';
import { ASSET_KIND_NAMES, ASSET_KINDS } from '../domain/asset-kinds.ts';
import { docs } from '../domain/docs.ts';
import { keysOf } from '../domain/keys-of.ts';
import { isCalling, LICENSE_KIND_NAMES, licenseFacts } from '../domain/licenses.ts';
import { PAGE_KEYS, PAGES, type PageFacts } from '../domain/pages.ts';
import {
  PERMISSION_KEYS,
  PERMISSION_SECTION_TITLES,
  PERMISSION_SECTIONS,
  PERMISSIONS,
  type PermissionFacts,
} from '../domain/permissions.ts';
import { type BuiltInRole, DESIGNATIONS, ROLE_IDS, ROLES } from '../domain/roles.ts';
import { accessOf, type Route } from './route.ts';

const named = { name: z.string(), help: z.string() };

/** What can be granted and assigned, as data with its help texts: for forms, and for whoever wants to know. */
export const catalogueView = z
  .object({
    permissions: z.array(
      z.object({
        permission: z.string(),
        ...named,
        section: z.string(),
        requires: z.array(z.string()),
        unlocks: z.array(z.string()).register(docs, { description: 'Pages and reports.' }),
        combinedWith: z.optional(z.object({ permission: z.string(), gives: z.string() })),
        managersOnly: z.boolean(),
        supportOnly: z.boolean(),
      }),
    ),
    sections: z.array(z.object({ section: z.string(), title: z.string() })),
    pages: z.array(z.object({ page: z.string(), ...named, isReport: z.boolean() })),
    endpoints: z.array(
      z.object({
        endpoint: z.string(),
        method: z.string(),
        path: z.string(),
        summary: z.string(),
        anyOf: z.array(z.string()).register(docs, { description: 'Any one of these permissions opens it.' }),
      }),
    ),
    licenses: z.array(
      z.object({
        kind: z.string(),
        ...named,
        mode: z.string().register(docs, {
          description:
            '`named`: a seat for each member who holds it. `concurrent`: a seat for each session that needs it.',
        }),
        calling: z.boolean().register(docs, { description: 'Part of the calling seat (B-2).' }),
        app: z
          .optional(z.string())
          .register(docs, { description: 'The app whose every session takes one (C-44).' }),
      }),
    ),
    apps: z.array(z.object({ app: z.string(), ...named })),
    assetKinds: z
      .array(
        z.object({
          kind: z.string(),
          ...named,
          hasMembers: z.boolean().register(docs, { description: 'Members are assigned to it.' }),
          takesGroups: z
            .boolean()
            .register(docs, { description: 'Whole agent groups are assigned to it too (B-16).' }),
          create: z.string().register(docs, { description: 'The permission that it takes to make one.' }),
        }),
      )
      .register(docs, { description: 'What an account has for its members to work on and with.' }),
    designations: z.array(z.object({ designation: z.string(), ...named })),
    roles: z.array(
      z.object({
        role: z.string(),
        ...named,
        family: z.string(),
        designation: z.string(),
        permissions: z.array(z.string()),
        pages: z.array(z.string()),
        dataViewLevel: z.string(),
        sitePermissionLevel: z.string(),
        mayJoinGroups: z.boolean(),
        byHandOnly: z.boolean(),
        needsAdministrator: z.boolean(),
      }),
    ),
  })
  .register(docs, { id: 'Catalogue' });

/** The catalogue, with the endpoints of these routes. */
export const catalogue = (routes: readonly Route[]): z.input<typeof catalogueView> => ({
  permissions: PERMISSION_KEYS.map((permission) => {
    const facts: PermissionFacts = PERMISSIONS[permission];
    return {
      permission,
      name: facts.name,
      help: facts.help,
      section: facts.section,
      requires: [...(facts.requires ?? [])],
      unlocks: [...facts.pages],
      combinedWith: facts.combinedWith,
      managersOnly: facts.managersOnly === true,
      supportOnly: facts.supportOnly === true,
    };
  }),
  sections: PERMISSION_SECTIONS.map((section) => ({ section, title: PERMISSION_SECTION_TITLES[section] })),
  pages: PAGE_KEYS.map((page) => {
    const facts: PageFacts = PAGES[page];
    return { page, name: facts.name, help: facts.help, isReport: facts.isReport === true };
  }),
  endpoints: routes.flatMap((route) => {
    const access = accessOf(route);
    if (typeof access !== 'object' || access.anyOf.length === 0) return [];
    const { operationId: endpoint, method, path, summary } = route;
    return [{ endpoint, method, path, summary, anyOf: [...access.anyOf] }];
  }),
  licenses: LICENSE_KIND_NAMES.map((kind) => {
    const { name, help, mode, app } = licenseFacts(kind);
    return { kind, name, help, mode, calling: isCalling(kind), ...(app !== undefined && { app }) };
  }),
  assetKinds: ASSET_KIND_NAMES.map((kind) => {
    const { name, help, hasMembers, takesGroups, create } = ASSET_KINDS[kind];
    return { kind, name, help, hasMembers, takesGroups, create };
  }),
  apps: APP_NAMES.map((app) => ({ app, ...APPS[app] })),
  designations: keysOf(DESIGNATIONS).map((designation) => ({ designation, ...DESIGNATIONS[designation] })),
  roles: ROLE_IDS.map((role) => {
    const facts: BuiltInRole = ROLES[role];
    return {
      role,
      ...facts,
      permissions: [...facts.permissions],
      pages: [...facts.pages],
      byHandOnly: facts.byHandOnly === true,
      needsAdministrator: facts.needsAdministrator === true,
    };
  }),
});
