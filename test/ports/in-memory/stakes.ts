import { ASSET_KINDS } from '../../../core/domain/asset-kinds.ts';
import type { Fault } from '../../../core/domain/errors.ts';
import type { Stakes } from '../../../core/domain/member-stakes.ts';
import type { MemberRef, Stamp } from '../../../core/usecases/ports.ts';
import { isPresent } from './assets.ts';
import { type Database, keys } from './database.ts';

/** The faults of what a member is to take into use, and is gone, archived or somebody else's: `by` uploaded it, if told. */
export const stakeFaults = (
  database: Database,
  { accountId, userId }: MemberRef,
  { settings, work, files }: Stakes,
  by: string | undefined,
  at: string,
): readonly Fault[] => [
  ...[...settings.taken, ...work.taken]
    .filter(({ kind, key }) => !isPresent(database, { accountId, kind, key }))
    .map(({ kind, pointer }) => ({
      pointer: `${at}${pointer}`,
      detail: `is no ${ASSET_KINDS[kind].name} of this account, or is archived`,
    })),
  ...files.taken
    .filter(({ fileId, purpose }) => {
      const file = database.files.get(keys.file({ accountId, fileId }));
      const isTheirs =
        file?.usedBy === userId ||
        (file?.usedBy === undefined && (by === undefined || file?.uploadedBy === by));
      return file?.state !== 'accepted' || file.purpose !== purpose || !isTheirs;
    })
    .map(({ purpose, pointer }) => ({
      pointer: `${at}${pointer}`,
      detail: `is no ${purpose} that you have uploaded, or belongs to somebody else`,
    })),
];

/** Moves what a member works on, and their files. Who uses an asset by settings is read from the settings themselves. */
export const moveStakes = (
  { work: workers, files: stored }: Database,
  { accountId, userId }: MemberRef,
  { work, files }: Stakes,
  stamp: Stamp,
): void => {
  const ref = { accountId, userId };
  for (const { kind, key } of work.taken) workers.add(keys.work(ref, { kind, key }));
  for (const { kind, key } of work.givenUp) workers.delete(keys.work(ref, { kind, key }));
  for (const { fileId } of files.taken) {
    const file = stored.get(keys.file({ accountId, fileId }));
    if (file !== undefined) stored.set(keys.file(file), { ...file, usedBy: userId, dueAt: undefined });
  }
  for (const { fileId } of files.givenUp) {
    const file = stored.get(keys.file({ accountId, fileId }));
    if (file?.usedBy === userId) stored.set(keys.file(file), { ...file, usedBy: undefined, dueAt: stamp.at });
  }
};
