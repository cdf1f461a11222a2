export interface MemberRef {
  accountId: string;
  userId: string;
}

export interface RunRef {
  accountId: string;
  runId: string;
}

/** A run at one of its attempts: a stale attempt changes nothing any more. */
export interface AttemptRef extends RunRef {
  attempt: number;
}

export interface ApiUserRef {
  accountId: string;
  apiUserId: string;
}
