import type { AccountSettings } from './account-settings.ts';
import type { Reference } from './references.ts';

/** The assets that an account's settings name: its default number, and campaigns that are recorded otherwise. */
export const accountReferences = ({ dialing, defaultNumber }: AccountSettings): readonly Reference[] => [
  ...(defaultNumber === undefined
    ? []
    : [{ kind: 'number' as const, key: defaultNumber, pointer: '/defaultNumber' }]),
  ...(dialing.callRecording?.campaigns ?? []).map(
    ({ campaign }, index): Reference => ({
      kind: 'campaign',
      key: campaign,
      pointer: `/dialing/callRecording/campaigns/${index}/campaign`,
    }),
  ),
];

const isIn =
  (others: readonly Reference[]) =>
  ({ kind, key }: Reference): boolean =>
    others.some((other) => other.kind === kind && other.key === key);

/** What is named newly, and what is not named any more. */
export const movedReferences = <Ref extends Reference>(before: readonly Ref[], after: readonly Ref[]) => ({
  taken: after.filter((one) => !isIn(before)(one)),
  givenUp: before.filter((one) => !isIn(after)(one)),
});
