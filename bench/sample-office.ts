import type { Folder, Policy } from '../core/domain/authorization/policy.ts';
import type { Given } from '../core/domain/authorization/rights.ts';

/** An account of a middling call centre: a tree of forty folders, roles and groups of its own, members of every kind. */

const NO_ACCESS = { read: [], write: [], store: [] };

const folder = (folderId: string, more: Partial<Folder>): Folder => ({
  folderId,
  name: folderId,
  permissions: [],
  access: NO_ACCESS,
  version: 1,
  ...more,
});

const SITES = ['fld_north', 'fld_south', 'fld_east'] as const;

const teamsOf = (site: string): readonly string[] => ['a', 'b', 'c', 'd'].map((team) => `${site}-${team}`);

const folders: readonly Folder[] = [
  folder('fld_root', { role: 'call-agent', permissions: ['use-folder-tools'] }),
  ...SITES.flatMap((site) => [
    folder(site, {
      parentId: 'fld_root',
      permissions: ['start-im', 'view-call-log'],
      access: { read: [], write: [`usr_manager-${site}`], store: [`usr_manager-${site}`] },
    }),
    ...teamsOf(site).flatMap((team) => [
      folder(team, {
        parentId: site,
        role: 'agent',
        permissions: ['set-caller-id'],
        access: { read: ['rol_lead'], write: ['rol_lead'], store: [] },
      }),
      ...['early', 'late'].map((shift) => folder(`${team}-${shift}`, { parentId: team })),
    ]),
  ]),
];

export const samplePolicy: Policy = {
  accountId: 'acc_bench',
  version: 1,
  roles: {
    rol_lead: {
      roleId: 'rol_lead',
      name: 'Team lead',
      help: '',
      designation: 'manager',
      permissions: [
        'search-users',
        'modify-security',
        'view-agent-reports',
        'play-recordings',
        'broadcast-im',
      ],
      pages: ['floor-map'],
      dataViewLevel: 'group',
      sitePermissionLevel: 'manager',
      mayJoinGroups: true,
      version: 1,
    },
  },
  folders: Object.fromEntries(folders.map((each) => [each.folderId, each])),
  groups: Object.fromEntries(
    SITES.map((site) => {
      const groupId = `grp_${site}`;
      return [groupId, { groupId, name: site, folders: [site], version: 1 }];
    }),
  ),
};

/** Who asks: an administrator, the managers of the sites, leads who see only their site, agents. */
export const sampleMembers: readonly Given[] = [
  {
    userId: 'usr_administrator',
    folderId: 'fld_root',
    byHand: { role: 'administrator', grants: [], groups: [] },
  },
  ...SITES.flatMap((site): Given[] => [
    {
      userId: `usr_manager-${site}`,
      folderId: site,
      byHand: { role: 'manager', grants: ['manage-voip', 'add-did'], groups: [] },
    },
    {
      userId: `usr_lead-${site}`,
      folderId: `${site}-a`,
      byHand: { role: 'rol_lead', grants: [], groups: [`grp_${site}`] },
    },
    {
      userId: `usr_agent-${site}`,
      folderId: `${site}-b-late`,
      byHand: { grants: ['create-user'], groups: [] },
    },
  ]),
];
