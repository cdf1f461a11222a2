/**
 * The one table's keys, as CDK makes them and the adapters use them. Four indexes serve the whole catalogue; each is
 * overloaded, so its key attributes have names of their own, and an item without them stays out of it.
 */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAtSeconds',
  indexes: {
    /** Members of one status by name; runs of one status by creation. */
    byStatus: { name: 'by-status', partitionKey: 'statusPk', sortKey: 'statusSk' },
    /** Members of one folder (member heads) or of one location (profile sections), by name. */
    byGroup: { name: 'by-group', partitionKey: 'groupPk', sortKey: 'groupSk' },
    /** Members of one account by the beginning of name, email or login ID. */
    bySearch: { name: 'by-search', partitionKey: 'searchPk', sortKey: 'searchSk' },
    /** What the sweeper must look at, by time; sparse: only items with work left over. */
    byDue: { name: 'by-due', partitionKey: 'duePk', sortKey: 'dueAt' },
  },
  /**
   * What a row of a list shows: copied into `byStatus` and `byGroup`, besides the keys, which hold the account and the
   * run. An index copies no more than 20.
   */
  listAttributes: [
    'userId',
    'name',
    'firstName',
    'lastName',
    'email',
    'loginId',
    'location',
    'folderId',
    'role',
    'status',
    'deactivationReason',
    'createdAt',
    'invitedAt',
    'version',
    'endedAt',
    'attempt',
    'requestedBy',
    'isOffer',
    'outcome',
    'failure',
  ],
} as const;
