import type { HoldingChange } from '../../domain/holding-change.ts';
import type { LicenseKind } from '../../domain/licenses.ts';
import type { SeatMove, Stamp } from '../../usecases/ports.ts';
import { poolKey } from './keys.ts';
import { type Block, blocksOf, drawBlock, MOST_BLOCKS } from './pool-blocks.ts';
import type { Operation } from './transact.ts';

/** The block in which each seat that is taken will be. */
export type Drawn = ReadonlyMap<LicenseKind, number>;

/** Whether a seat of the kind goes to who has waited for it: then that others wait does not matter. */
const isFromLine = ({ turn }: Pick<SeatMove, 'turn'>, { left }: HoldingChange, kind: LicenseKind): boolean =>
  turn !== 'newcomer' && left.includes(kind);

/** A block for each seat that is to be taken, and the kinds of which none is to be had. */
export const drawBlocks = (
  move: Pick<SeatMove, 'turn'>,
  change: HoldingChange,
  blocks: readonly Block[],
): { drawn: Drawn; missing: readonly LicenseKind[] } => {
  const drawn = new Map<LicenseKind, number>();
  for (const kind of change.gained) {
    const ofKind = blocksOf(blocks, kind);
    const isOpen = isFromLine(move, change, kind) || ofKind.every(({ waiting }) => waiting === 0);
    const block = isOpen ? drawBlock(ofKind) : undefined;
    if (block !== undefined) drawn.set(kind, block.block);
  }
  return { drawn, missing: change.gained.filter((kind) => !drawn.has(kind)) };
};

/** The kinds that must be exhausted for a move to be right. */
export const mustBeExhausted = ({ turn, missing = [] }: SeatMove): readonly LicenseKind[] =>
  turn === 'newcomer' ? missing : [...missing, ...turn.passedOver];

/** The names of the operations on an account's pools: of a block, and of the block that is not to be there. */
const blockName = (kind: LicenseKind, block: number) => `block:${kind}:${block}`;
const endName = (kind: LicenseKind) => `end:${kind}`;

/** Whether one of the operations on the pools of these kinds was refused. */
export const isRefusedOf = (refused: ReadonlyMap<string, unknown>, kinds: readonly LicenseKind[]): boolean =>
  kinds.some((kind) => [...refused.keys()].some((name) => name.startsWith(`block:${kind}:`)));

/** What becomes of one block, and what must hold of it: all in one operation, as DynamoDB takes no two on one item. */
const changeBlock = (
  move: SeatMove,
  change: HoldingChange,
  { kind, block }: Block,
  { drawn, given }: { drawn: number | undefined; given: number | undefined },
) => {
  const isTaken = change.gained.includes(kind) && block === drawn;
  const isGiven = change.lost.includes(kind) && block === given;
  const joins = change.joined.includes(kind);
  const leaves = change.left.includes(kind);
  const { turn, missing = [] } = move;
  const conditions = [
    ...(isTaken ? ['assigned < purchased'] : []),
    ...(isTaken && !isFromLine(move, change, kind) ? ['waiting = :none'] : []),
    ...(isGiven ? ['assigned > :none'] : []),
    ...(leaves ? ['waiting > :none'] : []),
    ...(missing.includes(kind) ? ['(assigned >= purchased OR waiting > :none)'] : []),
    ...(turn !== 'newcomer' && turn.passedOver.includes(kind) ? ['assigned >= purchased'] : []),
    ...(joins ? ['attribute_exists(pk)'] : []),
  ];
  return {
    assigned: Number(isTaken) - Number(isGiven),
    waiting: Number(joins) - Number(leaves),
    conditions,
  };
};

/**
 * The operations on an account's pools. A seat is counted in its block alone; who waits, in every block of the kind,
 * and all of those must be exhausted where a kind must be: then it must be certain that no block has come since.
 */
export const poolOperations = (
  table: string,
  move: SeatMove,
  change: HoldingChange,
  blocks: readonly Block[],
  drawn: Drawn,
  stamp: Stamp,
): Record<string, Operation> => {
  const { accountId } = move.ref;
  const whole = new Set([...change.joined, ...change.left, ...mustBeExhausted(move)]);
  const givenFrom = (kind: LicenseKind): number => move.before?.blocks?.[kind] ?? 0;
  const onBlock = (block: Block): [string, Operation][] => {
    const at = { drawn: drawn.get(block.kind), given: givenFrom(block.kind) };
    const { assigned, waiting, conditions } = changeBlock(move, change, block, at);
    if (conditions.length === 0) return [];
    const counts = Object.entries({ assigned, waiting }).filter(([, by]) => by !== 0);
    const condition = {
      TableName: table,
      Key: poolKey(accountId, block),
      ConditionExpression: conditions.join(' AND '),
    };
    const none = conditions.some((text) => text.includes(':none')) && { ':none': 0 };
    const operation: Operation =
      counts.length === 0
        ? { ConditionCheck: { ...condition, ...(none && { ExpressionAttributeValues: none }) } }
        : {
            Update: {
              ...condition,
              UpdateExpression: `SET changed = :stamp ADD ${counts.map(([name]) => `${name} :${name}`).join(', ')}`,
              ExpressionAttributeValues: {
                ...none,
                ':stamp': stamp,
                ...Object.fromEntries(counts.map(([name, by]) => [`:${name}`, by])),
              },
            },
          };
    return [[blockName(block.kind, block.block), operation]];
  };
  const end = (kind: LicenseKind): [string, Operation][] => {
    const block = blocksOf(blocks, kind).length;
    if (block >= MOST_BLOCKS) return [];
    const Key = poolKey(accountId, { kind, block });
    return [
      [
        endName(kind),
        { ConditionCheck: { TableName: table, Key, ConditionExpression: 'attribute_not_exists(pk)' } },
      ],
    ];
  };
  return Object.fromEntries([...blocks.flatMap(onBlock), ...[...whole].flatMap(end)]);
};
