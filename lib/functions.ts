import type { FunctionName } from '../core/contract/environments.ts';
import type { TABLE } from '../core/contract/table.ts';

type IndexName = (typeof TABLE.indexes)[keyof typeof TABLE.indexes]['name'];

type ObjectAction = 'GetObject' | 'PutObject' | 'DeleteObject';

/** What a function may do. Each action is granted on one named resource, never on all of them. */
export interface Grants {
  /** Actions on the table's items; a transaction needs those of the operations it is made of. */
  readonly table?: readonly (
    | 'GetItem'
    | 'BatchGetItem'
    | 'Query'
    | 'PutItem'
    | 'UpdateItem'
    | 'DeleteItem'
    | 'BatchWriteItem'
    /** A transaction that only looks whether something is there. */
    | 'ConditionCheckItem'
  )[];
  /** Indexes that are queried. */
  readonly indexes?: readonly IndexName[];
  /** Actions on the user pool. */
  readonly identity?: readonly (
    | 'AdminCreateUser'
    | 'AdminDeleteUser'
    | 'AdminGetUser'
    | 'AdminInitiateAuth'
    | 'AdminSetUserPassword'
    | 'AdminUpdateUserAttributes'
    | 'AdminUserGlobalSignOut'
  )[];
  /** Actions on the onboarding workflow. */
  readonly workflow?: readonly 'StartExecution'[];
  /** Actions on the mail domain and its configuration set, from the configured sender alone. */
  readonly mail?: readonly 'SendEmail'[];
  /**
   * Actions on the table's stream, by which Lambda reads it for the function. All four are what Lambda asks of whoever
   * reads one; on the stream itself, `ListStreams` names no other.
   */
  readonly stream?: readonly ('DescribeStream' | 'GetRecords' | 'GetShardIterator' | 'ListStreams')[];
  /** Actions on uploads in quarantine, and on the files that are kept: objects of one bucket, by how their names begin. */
  readonly uploads?: readonly ObjectAction[];
  readonly keptFiles?: readonly ObjectAction[];
  /** Actions on the queue of what was set aside. */
  readonly setAside?: readonly 'SendMessage'[];
}

export interface FunctionFacts {
  /** The file that exports its `handler`, from the project's root. */
  readonly entry: `functions/${string}.ts`;
  readonly grants: Grants;
  /** How long one call may take; 15 unless told: neither a caller nor the next try of a step should wait longer. */
  readonly timeoutSeconds?: number;
}

/** What moving seats takes: blocks of pools, seats, places, records, a member's head, an invitation to be sent. */
const SEATS = [
  'GetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  // Who is onboarded stays onboarded meanwhile; who is passed over would still find no seat.
  'ConditionCheckItem',
] as const;

/** A step that only leaves its section item: reads the run, puts the item. */
const SECTION: Grants = { table: ['GetItem', 'PutItem'] };

/** The same for one that names assets and files: each is there in that moment, and a file is theirs from then on. */
const NAMING_SECTION: Grants = { table: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] };

/** Roles, folders and groups are one document; what uses them is counted, and named. */
const POLICY: Grants = { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] };

/** Every function: where its code is, what it may do, how long it may take. */
export const FUNCTIONS: Record<FunctionName, FunctionFacts> = {
  onboardings: {
    entry: 'functions/api/onboardings.ts',
    grants: {
      // BatchWriteItem and DeleteItem, and the user pool, are for discarding a run.
      // ConditionCheckItem is for offers: who is offered access must not have it yet.
      table: [
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'BatchWriteItem',
        'ConditionCheckItem',
      ],
      indexes: ['by-status'],
      identity: ['AdminDeleteUser'],
      workflow: ['StartExecution'],
    },
  },
  members: {
    entry: 'functions/api/members.ts',
    grants: {
      // What is written is one member's access, with the uses of roles, folders and groups that follow from it.
      // ConditionCheckItem: who is suspended or restored counts among the administrators by a role that is checked.
      table: [
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'ConditionCheckItem',
      ],
      indexes: ['by-status', 'by-group', 'by-search'],
      // A forgotten password is mailed by a call that needs no grant.
      // An invitation is sent again, with a sign-in made anew where it has been lost.
      identity: ['AdminCreateUser', 'AdminGetUser', 'AdminUpdateUserAttributes', 'AdminUserGlobalSignOut'],
    },
  },
  licenses: {
    entry: 'functions/api/licenses.ts',
    grants: { table: [...SEATS, 'BatchGetItem'] },
  },
  diagnoses: {
    entry: 'functions/api/diagnoses.ts',
    grants: { table: ['GetItem', 'BatchGetItem', 'Query'], identity: ['AdminGetUser'] },
  },
  sessions: {
    entry: 'functions/api/sessions.ts',
    // Who begins a session has to be active still, and to need the licenses still.
    grants: { table: [...SEATS, 'BatchGetItem'] },
  },
  files: {
    entry: 'functions/api/files.ts',
    grants: {
      table: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      // PutObject is for whoever has the form that it signs; GetObject on what is kept for whoever has the address.
      uploads: ['GetObject', 'PutObject', 'DeleteObject'],
      keptFiles: ['GetObject', 'PutObject', 'DeleteObject'],
    },
  },
  accounts: {
    entry: 'functions/api/accounts.ts',
    // Settings name numbers and campaigns, which have to be there, and are in use then.
    grants: {
      table: [
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'ConditionCheckItem',
      ],
    },
  },
  billing: {
    entry: 'functions/api/billing.ts',
    // Whoever waits for the seats that are bought is served along with it.
    grants: { table: [...SEATS, 'BatchGetItem'] },
    timeoutSeconds: 25,
  },
  assets: {
    entry: 'functions/api/assets.ts',
    // ConditionCheckItem: agent groups that are taken in have to be there; what is archived has no double.
    // DeleteItem is also for claims of numbers and SIP user names that are given up.
    grants: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
  },
  roles: { entry: 'functions/api/roles.ts', grants: POLICY },
  folders: { entry: 'functions/api/folders.ts', grants: POLICY },
  groups: { entry: 'functions/api/groups.ts', grants: POLICY },
  accessLists: {
    entry: 'functions/api/access-lists.ts',
    grants: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] },
  },
  apiUsers: {
    entry: 'functions/api/api-users.ts',
    grants: {
      table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
      identity: ['AdminCreateUser', 'AdminSetUserPassword', 'AdminDeleteUser'],
    },
  },
  token: {
    entry: 'functions/api/token.ts',
    grants: { table: ['GetItem'], identity: ['AdminInitiateAuth'] },
  },
  locations: { entry: 'functions/api/locations.ts', grants: { table: ['GetItem'] } },
  loginIds: {
    entry: 'functions/api/login-ids.ts',
    grants: { table: ['GetItem', 'BatchGetItem'] },
  },
  me: {
    entry: 'functions/api/me.ts',
    grants: {
      // BatchWriteItem and DeleteItem are for undoing what was set up in an account whose offer is declined.
      table: [...SEATS, 'BatchGetItem', 'BatchWriteItem'],
      identity: ['AdminUpdateUserAttributes', 'AdminUserGlobalSignOut'],
    },
  },
  contract: { entry: 'functions/api/contract.ts', grants: {} },
  unmatched: { entry: 'functions/api/unmatched.ts', grants: {} },

  createProfile: {
    entry: 'functions/onboarding/1-create-profile.ts',
    grants: {
      // UpdateItem is for a user who gets one more account.
      table: ['GetItem', 'PutItem', 'UpdateItem'],
      identity: ['AdminCreateUser', 'AdminUpdateUserAttributes'],
    },
  },
  assignLicenses: {
    entry: 'functions/onboarding/2-assign-licenses.ts',
    grants: { table: SEATS },
  },
  updateEmployeeProfile: {
    entry: 'functions/onboarding/3-update-employee-profile.ts',
    grants: NAMING_SECTION,
  },
  setPermissions: { entry: 'functions/onboarding/4-set-permissions.ts', grants: SECTION },
  setMessaging: { entry: 'functions/onboarding/5-set-messaging.ts', grants: SECTION },
  setDialingRules: { entry: 'functions/onboarding/6-set-dialing-rules.ts', grants: NAMING_SECTION },
  restrictAccess: { entry: 'functions/onboarding/7-restrict-access.ts', grants: SECTION },
  assignWork: {
    entry: 'functions/onboarding/8-assign-work.ts',
    // BatchGetItem: whether all of it is still there.
    grants: { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'] },
    // Many assignments, in batches.
    timeoutSeconds: 60,
  },
  activate: {
    entry: 'functions/onboarding/9-activate.ts',
    grants: {
      // ConditionCheckItem: who has been given a license meanwhile does not end deactivated.
      table: ['GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
      identity: ['AdminCreateUser'],
      mail: ['SendEmail'],
    },
  },
  parkRun: { entry: 'functions/onboarding/park-run.ts', grants: { table: ['UpdateItem'] } },

  // Cognito itself waits no longer for a trigger.
  cognitoMail: { entry: 'functions/identity/cognito-mail.ts', grants: {}, timeoutSeconds: 5 },
  noteBounce: { entry: 'functions/identity/note-bounce.ts', grants: { table: ['GetItem', 'UpdateItem'] } },
  sweep: {
    entry: 'functions/schedules/sweep.ts',
    grants: {
      table: [...SEATS, 'BatchWriteItem'],
      indexes: ['by-due'],
      identity: ['AdminCreateUser', 'AdminDeleteUser', 'AdminUpdateUserAttributes'],
      workflow: ['StartExecution'],
    },
    // Done before the next sweep begins, a minute later.
    timeoutSeconds: 50,
  },
  sweepFiles: {
    entry: 'functions/schedules/sweep-files.ts',
    grants: {
      table: ['UpdateItem', 'DeleteItem'],
      indexes: ['by-due'],
      uploads: ['DeleteObject'],
      keptFiles: ['DeleteObject'],
    },
    timeoutSeconds: 50,
  },
  followChanges: {
    entry: 'functions/changes/follow-changes.ts',
    grants: {
      table: SEATS,
      // To invite who has come out of the waiting line, and to follow people who are called otherwise.
      identity: ['AdminCreateUser', 'AdminUpdateUserAttributes'],
      // To tell people that their sign-in was changed.
      mail: ['SendEmail'],
      stream: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
      setAside: ['SendMessage'],
    },
    // A hundred changes, one after the other.
    timeoutSeconds: 60,
  },
  createAccount: {
    entry: 'functions/operator/create-account.ts',
    // Query and UpdateItem are for resuming a first run that failed before its account stood.
    // ConditionCheckItem is for the agency and the parent, which have to be there.
    grants: {
      table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
      workflow: ['StartExecution'],
    },
    timeoutSeconds: 30,
  },
  liftRestrictions: {
    entry: 'functions/operator/lift-restrictions.ts',
    grants: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
  },
  switchFolderTools: {
    entry: 'functions/operator/switch-folder-tools.ts',
    grants: { table: ['GetItem', 'PutItem', 'UpdateItem'] },
  },
  nameLocations: { entry: 'functions/operator/name-locations.ts', grants: { table: ['PutItem'] } },
};
