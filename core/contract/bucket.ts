/**
 * What the names of objects in the bucket begin with: what was uploaded waits in quarantine until it is looked at, and goes
 * by itself; what is kept stays until somebody removes it. Rules and grants go by these.
 */
export const BUCKET = { uploads: 'quarantine/', uploadDays: 1, kept: 'files/' } as const;
