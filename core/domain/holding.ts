import { BASE_LICENSE, inOrder, isCalling, isNamed, type LicenseKind, without } from './licenses.ts';

/** The licenses of a member: which they need, which they hold, which they wait for. */
export interface Holding {
  /** What the member needs: named kinds, to be held, and concurrent ones, to be taken with each session. */
  kinds: readonly LicenseKind[];
  /** The named kinds they hold a seat of. */
  held: readonly LicenseKind[];
  /** The named kinds they stand in line for, all of which they get at once. */
  waitingFor: readonly LicenseKind[];
  /** Their place in the line, while they stand there: a ULID. The line is sorted by it. */
  place?: string | undefined;
  /** Off: they make no calls, and occupy no calling seat (B-2). */
  agentFeatures: boolean;
}

/** The kinds that a member may use: all they need, but for the calling ones of who makes no calls. */
const used = ({ kinds, agentFeatures }: Pick<Holding, 'kinds' | 'agentFeatures'>): readonly LicenseKind[] =>
  agentFeatures ? kinds : kinds.filter((kind) => !isCalling(kind));

/** The named kinds that a member is to hold a seat of while they are active. */
export const dueSeats = (holding: Pick<Holding, 'kinds' | 'agentFeatures'>): LicenseKind[] =>
  inOrder(used(holding).filter(isNamed));

/** The concurrent kinds that each of a member's sessions takes a seat of. */
export const sessionKinds = (holding: Pick<Holding, 'kinds' | 'agentFeatures'>): LicenseKind[] =>
  inOrder(used(holding).filter((kind) => !isNamed(kind)));

/** What a member lacks of the seats they are to hold. */
export const lacking = (holding: Holding): LicenseKind[] => without(dueSeats(holding), holding.held);

/** Only who holds the base license can be active. */
export const isLicensed = ({ held }: Pick<Holding, 'held'>): boolean => held.includes(BASE_LICENSE);

/** The holding with every seat that is due. */
export const satisfied = ({ kinds, agentFeatures }: Holding): Holding => {
  const held = dueSeats({ kinds, agentFeatures });
  return { kinds, held, waitingFor: [], agentFeatures };
};

/** The holding as it waits for all that it lacks; at its place in the line, or at a new one. */
export const queued = (holding: Holding, place: string): Holding => ({
  ...holding,
  waitingFor: lacking(holding),
  place: holding.place ?? place,
});

/** The holding with nothing held and no place in the line; what is needed stays known. */
export const emptied = ({ kinds, agentFeatures }: Holding): Holding => ({
  kinds,
  held: [],
  waitingFor: [],
  agentFeatures,
});

/** What stays of a holding when the kinds are needed no more, or the calling seat is not to be occupied. */
const fitted = (holding: Holding): Holding => {
  const due = dueSeats(holding);
  const waitingFor = holding.waitingFor.filter((kind) => due.includes(kind));
  const { place, ...rest } = holding;
  return {
    ...rest,
    held: holding.held.filter((kind) => due.includes(kind)),
    waitingFor,
    ...(waitingFor.length > 0 && { place }),
  };
};

export const needing = (holding: Holding, kind: LicenseKind): Holding => ({
  ...holding,
  kinds: inOrder([...holding.kinds, kind]),
});

export const needingNoMore = (holding: Holding, kind: LicenseKind): Holding =>
  fitted({ ...holding, kinds: without(holding.kinds, [kind]) });

/** Agent features on or off (B-2). Off frees the calling seat; on makes it due again, to be taken. */
export const withAgentFeatures = (holding: Holding, agentFeatures: boolean): Holding =>
  fitted({ ...holding, agentFeatures });
