import { NotFound } from '../domain/errors.ts';
import { afterSeconds, READ_SECONDS } from '../domain/file.ts';
import type { FileRef, MemberRef, Ports } from './ports.ts';

/** Where to read a file that a member has, for a few minutes. Throws `NotFound` for any other. */
export const readMemberFile =
  ({ files, fileStorage }: Pick<Ports, 'files' | 'fileStorage'>) =>
  async (
    { accountId, userId, fileId }: MemberRef & FileRef,
    now: string,
  ): Promise<{ url: string; contentType: string; expiresAt: string }> => {
    const file = await files.read({ accountId, fileId });
    if (file?.usedBy !== userId || file.content === undefined) throw new NotFound();
    const { contentType } = file.content;
    const url = await fileStorage.addressOf(file, contentType, READ_SECONDS);
    return { url, contentType, expiresAt: afterSeconds(now, READ_SECONDS) };
  };
