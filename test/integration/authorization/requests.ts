import type { Endpoint } from '../../../core/domain/endpoints.ts';
import { HERE, postOf } from '../access/people.ts';
import { type Office, unique } from '../office.ts';
import { bodyOf, type Call, parkRun, type Things } from './houses.ts';

/** What is needed to make a request about something that is well-formed, whoever sends it. */
interface RequestFacts {
  body?: (things: Things, office: Office) => unknown;
  /** Makes something that the request may use up. */
  spare?: (things: Things, office: Office) => Promise<Partial<Things>>;
  /** Makes, as the caller, something of theirs where they ask about themselves. */
  own?: (things: Things, call: Call) => Promise<Partial<Things>>;
  /** Brings about, as the administrator, that there is something to do. */
  before?: (things: Things, office: Office) => Promise<unknown>;
  /** Mends what was done. */
  after?: (things: Things, office: Office) => Promise<unknown>;
  /** Whether whoever asks about themselves is signed out by it. */
  endsOwnSession?: true;
}

const post = async ({ accountId, call }: Office, path: string, body?: unknown) =>
  bodyOf(await call('POST', `/accounts/${accountId}/${path}`, body));

const restore = ({ userId }: Things, office: Office) => post(office, `members/${userId}/restore`);
const spareRun = async (things: Things, office: Office) => ({ runId: await parkRun(office, things) });
const spareProgram = async (_: Things, office: Office) => {
  const { apiUserId } = await post(office, 'api-users', program());
  return { apiUserId };
};

const restoreAsset = ({ kind, key }: Things, office: Office) => post(office, `assets/${kind}/${key}/restore`);

/** Who may not sign in has no session. */
const ownSession = async ({ accountId, userId }: Things, call: Call) => {
  const { status, body } = await call('POST', `/accounts/${accountId}/members/${userId}/sessions`);
  return status === 201 ? { sessionId: body.sessionId } : {};
};

/** Only whoever has begun an upload can have it taken over. */
const ownFile = async ({ accountId }: Things, call: Call) => {
  const { status, body } = await call('POST', `/accounts/${accountId}/files`, { purpose: 'picture' });
  return status === 201 ? { fileId: body.fileId } : {};
};

const role = () => ({ name: `Role ${unique()}`, designation: 'agent', permissions: ['use-sip'] });
const group = ({ folderId }: Things) => ({ name: `Group ${unique()}`, folders: [folderId] });
const program = () => ({ name: 'Sync', endpoints: ['readMember'], allowedNetworks: HERE });
const newcomer = ({ folderId, role }: Things) => postOf({ profile: { folderId }, permissions: { role } });

/** A request for every endpoint. */
export const REQUESTS: Record<Endpoint, RequestFacts> = {
  startOnboarding: { body: newcomer },
  listOnboardings: {},
  readOnboarding: {},
  resumeOnboarding: { spare: spareRun, body: () => ({}) },
  discardOnboarding: { spare: spareRun },
  proposeLoginId: {},
  offerAccess: {
    body: ({ accountId, folderId, email, role }) => ({
      email,
      accounts: [{ accountId, folderId, licenses: { kinds: ['lmp'] }, permissions: { role } }],
    }),
  },

  listMembers: {},
  readMember: {},
  editMember: { body: () => ({ sections: { employee: { timeZone: 'America/Chicago' } } }) },
  readMemberCompleteness: {},
  readMemberAccess: {},
  previewMemberAccess: { body: () => ({ sitePermissionLevel: 'user' }) },
  changeMemberAccess: { body: () => ({ pages: null }) },
  suspendMember: { after: restore },
  restoreMember: {
    before: ({ userId }, office) =>
      office.call('POST', `/accounts/${office.accountId}/members/${userId}/suspend`),
    after: restore,
  },
  signOutMember: { endsOwnSession: true },
  resetMemberPassword: {},
  previewNewMemberAccess: {
    body: ({ folderId, role }) => ({ folderId, permissions: { role } }),
  },

  // Who was suspended for another request may still be.
  inviteMember: { before: restore },
  diagnoseMember: {},
  readMemberLicenses: {},
  assignLicense: { before: restore },
  takeBackLicense: {},
  reactivateMember: { before: restore },
  switchAgentFeatures: { body: () => ({ enabled: true }) },
  previewAgentFeatures: { body: () => ({ enabled: false }) },
  listWaitingLine: {},

  startSession: {},
  heartbeatSession: { own: ownSession },
  endSession: { own: ownSession },
  listMemberSessions: {},
  listSessions: {},

  uploadFile: { body: () => ({ purpose: 'picture' }) },
  takeOverFile: { own: ownFile },
  readMemberFile: {},

  listAssets: {},
  readAsset: {},
  readScheduleHours: {},
  createAsset: { body: () => ({ key: `queue-${unique()}`, name: 'Another queue' }) },
  changeAsset: { body: () => ({ description: `Changed ${unique()}` }) },
  deleteAsset: {},
  archiveAsset: { after: restoreAsset },
  restoreAsset: {},
  listAssetMembers: {},
  assignMember: {},
  releaseMember: {},
  readAccountSettings: {},
  changeAccountSettings: { body: () => ({ dialing: { firstDailyAttempts: 3 } }) },

  listRoles: {},
  readRole: {},
  createRole: { body: role },
  copyRole: { body: () => ({ name: `Role ${unique()}` }) },
  changeRole: { body: role },
  deleteRole: {
    spare: async (_, office) => ({ role: (await post(office, 'roles', role())).role }),
  },

  listFolders: {},
  readFolder: {},
  createFolder: { body: ({ folderId }) => ({ name: `Folder ${unique()}`, parentId: folderId }) },
  changeFolder: {
    body: async ({ accountId, folderId }, { call }) => {
      const { access } = bodyOf(await call('GET', `/accounts/${accountId}/folders/${folderId}`));
      return { name: `Folder ${unique()}`, access };
    },
  },
  deleteFolder: {
    spare: async ({ folderId: parentId }, office) => ({
      folderId: (await post(office, 'folders', { name: `Folder ${unique()}`, parentId })).folderId,
    }),
  },

  listGroups: {},
  readGroup: {},
  createGroup: { body: group },
  changeGroup: { body: group },
  deleteGroup: {
    spare: async (things, office) => ({ groupId: (await post(office, 'groups', group(things))).groupId }),
  },

  listAccessLists: {},
  readAccessList: {},
  changeAccessList: {
    body: async ({ accountId, kind, key }, { call }) => {
      const { subjects } = bodyOf(await call('GET', `/accounts/${accountId}/access-lists/${kind}/${key}`));
      return { subjects };
    },
  },

  listApiUsers: {},
  readApiUser: {},
  createApiUser: { body: program },
  changeApiUser: { body: program },
  rotateApiUserSecret: { spare: spareProgram },
  revokeApiUser: { spare: spareProgram },

  readAccount: {},
  changeAccount: { body: () => ({ apps: ['wallboard'] }) },
  readBilling: {},
  previewSeats: { body: () => ({ seats: { fax: 1 } }) },
  changeSeats: { body: () => ({ seats: { email: 3 } }) },
  listLedger: {},
  listStatements: {},
  readStatement: {},
  printStatement: {},

  listLocations: {},
  readMe: {},
  acceptInvitation: {},
  signOutEverywhere: {},
  acceptOffer: {},
  declineOffer: {},
  readExtraProfile: {},
  answerExtraProfile: { body: () => ({}) },

  issueToken: { body: ({ apiUserId }) => ({ apiUserId, secret: 'nobody’s' }) },
  readCatalogue: {},
  readSettings: {},
  readHelp: {},
  readOpenApi: {},
  readDocs: {},
};

/** The parameters of paths that name something of an account. */
const PARAMETERS = [
  'accountId',
  'folderId',
  'userId',
  'runId',
  'role',
  'groupId',
  'apiUserId',
  'sessionId',
  'fileId',
  'kind',
  'key',
  'month',
] as const satisfies readonly (keyof Things)[];
export type Parameter = (typeof PARAMETERS)[number];

const isParameter = (name: string): name is Parameter => PARAMETERS.some((known) => known === name);

/** A license kind is nobody's: every account's have the same names. */
const withLicense = (path: string): string => path.replace('/licenses/{kind}', '/licenses/email');

/** The parameters of a path. Throws for one that no account has anything for: then the tests have to learn it. */
export const parametersOf = (path: string): readonly Parameter[] =>
  [...withLicense(path).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    if (!isParameter(name)) throw new Error(`${path}: what is a ${name}?`);
    return name;
  });

/** What has to be asked along with some paths. */
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/accounts/{accountId}/assets/schedule/{key}/hours': '?from=2026-01-05',
  '/v1/accounts/{accountId}/login-id-proposal': '?firstName=Ada&lastName=Lovelace',
};

/** The path of a request, inside `/v1`. */
export const pathTo = (path: string, things: Things): string =>
  parametersOf(path)
    .reduce((filled, name) => filled.replace(`{${name}}`, things[name]), withLicense(path))
    .replace('/v1', '') + (QUERIES[path] ?? '');
