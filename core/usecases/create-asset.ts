import type { AccessList } from '../domain/access-list.ts';
import { asset as assetShape } from '../domain/asset.ts';
import type { AssetKind } from '../domain/asset-kinds.ts';
import { requireForKind, seesAsset } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { MOST_SUBJECTS } from '../domain/authorization/policy.ts';
import { refuseAsset } from './asset-faults.ts';
import type { Idempotency, Ports, Stamp } from './ports.ts';
import { readAsset } from './read-asset.ts';

type Needs = Pick<Ports, 'assets' | 'accessLists' | 'replays'>;

/** What its kind says of it, as `ASSET_FIELDS` has it. */
type NewAsset = { key: string } & Readonly<Record<string, unknown>>;

/** Whoever makes a queue has access to it, or could not change what they have made (C-27, C-63). */
const accessListFor = async (
  { accessLists }: Needs,
  { accountId, userId, rights }: Authority,
  kind: AssetKind,
  key: string,
): Promise<AccessList | undefined> => {
  if (kind !== 'queue' || rights.isAdministrator) return undefined;
  const list = await accessLists.read({ accountId, kind, key });
  const hasAccess = list.subjects.some((subject) => rights.subjects.has(subject));
  return hasAccess || list.subjects.length >= MOST_SUBJECTS
    ? undefined
    : { ...list, subjects: [...list.subjects, userId], version: list.version + 1 };
};

/**
 * Makes an asset (B-15, B-16, C-27, C-29, D-15, D-16, D-26). What it is called stays.
 * Throws `Forbidden`, `MoreThanHeld`, `InvalidRequest`, `AssetExists`, `AlreadyClaimed`, `AssetGone`,
 * `IdempotencyKeyReused`.
 */
export const createAsset =
  (ports: Needs) =>
  async (
    authority: Authority,
    kind: AssetKind,
    { key, ...fields }: NewAsset,
    stamp: Stamp,
    idempotency?: Idempotency,
  ) => {
    requireForKind(authority, kind, 'create');
    const { accountId } = authority;
    refuseMoreThanHeld(
      seesAsset(authority, { kind, key })
        ? []
        : [{ pointer: '/key', detail: 'would be work beyond your reach: your groups name what is within' }],
    );
    // A repeat is answered though it would be refused by now.
    const before = idempotency && (await ports.replays.find(idempotency));
    if (before !== undefined) return readAsset(ports)(authority, { kind, key: before });
    const asset = assetShape.parse({
      ...fields,
      accountId,
      kind,
      key,
      archived: false,
      version: 1,
      createdAt: stamp.at,
    });
    await refuseAsset(ports)(authority, undefined, asset);
    const accessList = await accessListFor(ports, authority, kind, key);
    const { replayOf } = await ports.assets.create(asset, stamp, idempotency, accessList);
    return replayOf === undefined ? asset : readAsset(ports)(authority, { kind, key: replayOf });
  };
