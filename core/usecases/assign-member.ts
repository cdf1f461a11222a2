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
  (ports: Needs, { kind, key }: WorkRef, isAssigned: boolean) =>
  async (authority: Authority, ref: MemberRef, stamp: Stamp): Promise<void> => {
    const field = workField(kind);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const found = await ports.members.read(ref);
      if (found === undefined) throw new NotFound();
      const others = (recordOf(found.records, 'work')?.data?.[field] ?? []).filter((one) => one !== key);
      const work = { [field]: isAssigned ? [...others, key] : others };
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
  async (authority: Authority, ref: MemberRef, work: WorkRef, stamp: Stamp): Promise<void> => {
    const { archived } = await readAsset(ports)(authority, work);
    if (archived) throw new AssetGone();
    await editWork(ports, work, true)(authority, ref, stamp);
  };

/** Takes a member off an asset. A repeat does nothing. Throws `NotFound`, `Busy`, and what `editMember` throws. */
export const releaseMember =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef, work: WorkRef, stamp: Stamp): Promise<void> => {
    await readAsset(ports)(authority, work);
    await editWork(ports, work, false)(authority, ref, stamp);
  };
