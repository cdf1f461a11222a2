import type { AssetRef } from '../domain/asset-kinds.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { AssetGone, Busy, ChangedMeanwhile, NotFound } from '../domain/errors.ts';
import { recordOf } from '../domain/section-record.ts';
import { type WorkKind, workField } from '../domain/sections/work.ts';
import { editMember } from './edit-member.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';
import { readAsset } from './read-asset.ts';

type Needs = Parameters<typeof editMember>[0] & Pick<Ports, 'assets'>;

interface WorkRef extends AssetRef {
  kind: WorkKind;
}

/** How often others may change the member meanwhile. */
const TRIES = 4;

const editWork =
  (ports: Needs, { kind, key }: WorkRef, wanted: { assigned: boolean }) =>
  async (authority: Authority, ref: MemberRef, stamp: Stamp): Promise<void> => {
    const { archived } = await readAsset(ports)(authority, { kind, key });
    const field = workField(kind);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const found = await ports.members.read(ref);
      if (found === undefined) throw new NotFound();
      const keys = recordOf(found.records, 'work')?.data?.[field] ?? [];
      const isSo = keys.includes(key) === wanted.assigned;
      if (wanted.assigned && archived && !isSo) throw new AssetGone();
      // Who asks for what is so already must be let as well; the edit then changes nothing.
      const becomes = wanted.assigned ? [...keys, key] : keys.filter((one) => one !== key);
      const work = { [field]: isSo ? keys : becomes };
      try {
        await editMember(ports)(authority, ref, found.member.version, { work }, stamp);
        return;
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
      }
    }
    throw new Busy();
  };

/**
 * Assigns a member to an asset, as an edit of their work does (A-8, B-16, D-26). A repeat does nothing.
 * Throws `NotFound`, `AssetGone`, `Busy`, and what `editMember` throws.
 */
export const assignMember =
  (ports: Needs) =>
  (authority: Authority, ref: MemberRef, work: WorkRef, stamp: Stamp): Promise<void> =>
    editWork(ports, work, { assigned: true })(authority, ref, stamp);

/** Takes a member off an asset. A repeat does nothing. Throws `NotFound`, `Busy`, and what `editMember` throws. */
export const releaseMember =
  (ports: Needs) =>
  (authority: Authority, ref: MemberRef, work: WorkRef, stamp: Stamp): Promise<void> =>
    editWork(ports, work, { assigned: false })(authority, ref, stamp);
