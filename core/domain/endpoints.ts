import { keysOf } from './keys-of.ts';
import type { Permission } from './permissions.ts';

/**
 * Who may call an endpoint. `public`: anybody, without a token. `signed-in`: any person with a token, about themselves.
 * Otherwise an active member of the account in the path who holds one of the permissions, or, with `orSelf`, who is
 * the member in the path, or, with `anyMember`, whoever is let into the account; an API user if it was granted the
 * endpoint. No permission at all: those alone, and no API user.
 */
export type EndpointAccess =
  | 'public'
  | 'signed-in'
  | { readonly anyOf: readonly Permission[]; readonly orSelf?: true; readonly anyMember?: true };

/** For whoever chooses among what an account has, for others; members see what there is for themselves. */
const CHOOSING = ['create-user', 'edit-users', 'manage-work', 'manage-voip'] as const;

/** Every endpoint by its operation id, with who may call it; endpoint grants of API users name these (E-20). */
export const ENDPOINTS = {
  startOnboarding: { anyOf: ['create-user'] },
  listOnboardings: { anyOf: ['create-user'] },
  readOnboarding: { anyOf: ['create-user'] },
  resumeOnboarding: { anyOf: ['create-user'] },
  discardOnboarding: { anyOf: ['create-user'] },
  offerAccess: { anyOf: ['create-user'] },
  proposeLoginId: { anyOf: ['create-user'] },

  listMembers: { anyOf: ['search-users'] },
  readMember: { anyOf: ['search-users'], orSelf: true },
  editMember: { anyOf: ['edit-users'], orSelf: true },
  readMemberCompleteness: { anyOf: ['search-users'], orSelf: true },
  readMemberAccess: { anyOf: ['search-users', 'modify-security'], orSelf: true },
  previewMemberAccess: { anyOf: ['modify-security'] },
  changeMemberAccess: { anyOf: ['modify-security'] },
  suspendMember: { anyOf: ['modify-security'] },
  restoreMember: { anyOf: ['modify-security'] },
  signOutMember: { anyOf: ['modify-security'] },
  resetMemberPassword: { anyOf: ['modify-security'] },
  previewNewMemberAccess: { anyOf: ['create-user'] },
  inviteMember: { anyOf: ['create-user', 'modify-security'] },
  diagnoseMember: { anyOf: ['search-users', 'modify-security'], orSelf: true },

  readMemberLicenses: { anyOf: ['search-users', 'modify-security'], orSelf: true },
  assignLicense: { anyOf: ['modify-security'] },
  takeBackLicense: { anyOf: ['modify-security'] },
  reactivateMember: { anyOf: ['modify-security'] },
  switchAgentFeatures: { anyOf: ['modify-security'], orSelf: true },
  previewAgentFeatures: { anyOf: ['modify-security'], orSelf: true },
  listWaitingLine: { anyOf: ['create-user', 'modify-security', 'view-billing'] },

  startSession: { anyOf: [], orSelf: true },
  heartbeatSession: { anyOf: [], orSelf: true },
  endSession: { anyOf: [], orSelf: true },
  listMemberSessions: { anyOf: ['search-users', 'modify-security'], orSelf: true },
  listSessions: { anyOf: ['search-users', 'modify-security'] },

  uploadFile: { anyOf: [], anyMember: true },
  takeOverFile: { anyOf: [], anyMember: true },
  readMemberFile: { anyOf: ['search-users'], orSelf: true },

  listRoles: { anyOf: ['manage-roles', 'modify-security', 'create-user'] },
  readRole: { anyOf: ['manage-roles', 'modify-security', 'create-user'] },
  createRole: { anyOf: ['manage-roles'] },
  copyRole: { anyOf: ['manage-roles'] },
  changeRole: { anyOf: ['manage-roles'] },
  deleteRole: { anyOf: ['manage-roles'] },

  listFolders: { anyOf: ['create-user', 'search-users', 'modify-security', 'create-group', 'modify-group'] },
  readFolder: { anyOf: ['create-user', 'search-users', 'modify-security', 'create-group', 'modify-group'] },
  createFolder: { anyOf: ['create-group'] },
  changeFolder: { anyOf: ['modify-group'] },
  deleteFolder: { anyOf: ['modify-group'] },

  listGroups: { anyOf: ['manage-access-groups', 'modify-security', 'create-user'] },
  readGroup: { anyOf: ['manage-access-groups', 'modify-security', 'create-user'] },
  createGroup: { anyOf: ['manage-access-groups'] },
  changeGroup: { anyOf: ['manage-access-groups'] },
  deleteGroup: { anyOf: ['manage-access-groups'] },

  listAssets: { anyOf: CHOOSING, anyMember: true },
  readAsset: { anyOf: CHOOSING, anyMember: true },
  readScheduleHours: { anyOf: CHOOSING, anyMember: true },
  // Which of these it takes, the kind says.
  createAsset: { anyOf: ['manage-work', 'manage-voip', 'add-queue', 'add-did'] },
  changeAsset: { anyOf: ['manage-work', 'manage-voip'] },
  deleteAsset: { anyOf: ['manage-work', 'manage-voip'] },
  archiveAsset: { anyOf: ['manage-work', 'manage-voip'] },
  restoreAsset: { anyOf: ['manage-work', 'manage-voip'] },
  listAssetMembers: { anyOf: ['search-users'] },
  assignMember: { anyOf: ['edit-users'] },
  releaseMember: { anyOf: ['edit-users'] },
  readAccountSettings: { anyOf: CHOOSING, anyMember: true },
  changeAccountSettings: { anyOf: ['manage-work'] },

  listAccessLists: { anyOf: ['modify-security'] },
  readAccessList: { anyOf: ['modify-security'] },
  changeAccessList: { anyOf: ['modify-security'] },

  listApiUsers: { anyOf: ['manage-api-users'] },
  readApiUser: { anyOf: ['manage-api-users'] },
  createApiUser: { anyOf: ['manage-api-users'] },
  changeApiUser: { anyOf: ['manage-api-users'] },
  rotateApiUserSecret: { anyOf: ['manage-api-users'] },
  revokeApiUser: { anyOf: ['manage-api-users'] },

  readAccount: { anyOf: ['create-user', 'view-billing'] },
  changeAccount: { anyOf: ['manage-billing'] },

  readBilling: { anyOf: ['view-billing', 'manage-billing', 'create-user'] },
  previewSeats: { anyOf: ['manage-billing'] },
  changeSeats: { anyOf: ['manage-billing'] },
  listLedger: { anyOf: ['view-billing'] },
  listStatements: { anyOf: ['view-billing'] },
  readStatement: { anyOf: ['view-billing'] },
  printStatement: { anyOf: ['view-billing'] },

  listLocations: 'signed-in',
  readMe: 'signed-in',
  acceptInvitation: 'signed-in',
  signOutEverywhere: 'signed-in',
  acceptOffer: 'signed-in',
  declineOffer: 'signed-in',
  readExtraProfile: 'signed-in',
  answerExtraProfile: 'signed-in',

  issueToken: 'public',
  readCatalogue: 'public',
  readSettings: 'public',
  readHelp: 'public',
  readOpenApi: 'public',
  readDocs: 'public',
} as const satisfies Record<string, EndpointAccess>;

export type Endpoint = keyof typeof ENDPOINTS;

/** The endpoints that need no token. */
export type PublicEndpoint = {
  [Key in Endpoint]: (typeof ENDPOINTS)[Key] extends 'public' ? Key : never;
}[Endpoint];

export const ENDPOINT_KEYS = keysOf(ENDPOINTS);

const permissionsFor = (endpoint: Endpoint): readonly Permission[] => {
  const access: EndpointAccess = ENDPOINTS[endpoint];
  return typeof access === 'object' ? access.anyOf : [];
};

/** The endpoints inside an account that are not for its people alone: what an API user can be granted. */
export const GRANTABLE_ENDPOINTS = ENDPOINT_KEYS.filter((key) => permissionsFor(key).length > 0);

/** The endpoints that the permissions open. */
export const endpointsOf = (permissions: ReadonlySet<Permission>): readonly Endpoint[] =>
  GRANTABLE_ENDPOINTS.filter((key) => permissionsFor(key).some((permission) => permissions.has(permission)));

const isForAnyMember = (endpoint: Endpoint): boolean => {
  const access: EndpointAccess = ENDPOINTS[endpoint];
  return typeof access === 'object' && access.anyMember === true;
};

/** All that somebody calls in an account, about whomever it is: what is any member's, and what the permissions open. */
export const MEMBER_ENDPOINTS = ENDPOINT_KEYS.filter(
  (key) => isForAnyMember(key) || permissionsFor(key).length > 0,
);

/** The endpoints that a member who holds these permissions may call. */
export const memberEndpointsOf = (permissions: ReadonlySet<Permission>): readonly Endpoint[] =>
  MEMBER_ENDPOINTS.filter(
    (key) => isForAnyMember(key) || permissionsFor(key).some((permission) => permissions.has(permission)),
  );
