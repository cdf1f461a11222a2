import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';

const named = { name: z.string(), help: z.string() };

/** What can be granted, as data with its help texts: for forms, and for whoever wants to know. */
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
