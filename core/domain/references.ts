import type { AssetRef } from './asset-kinds.ts';
import type { Sections } from './sections/index.ts';
import { WORK_KINDS, workField } from './sections/work.ts';

type Parts = Partial<Pick<Sections, 'employee' | 'dialing' | 'work'>>;

/** An asset that a member's section names, and where it does. */
export interface Reference extends AssetRef {
  /** A JSON pointer from the sections on. */
  pointer: string;
}

/** A file that a member's section names, and where it does. */
export interface FileReference {
  fileId: string;
  purpose: 'picture' | 'greeting';
  pointer: string;
}

export const isIn =
  (others: readonly AssetRef[]) =>
  ({ kind, key }: AssetRef): boolean =>
    others.some((other) => other.kind === kind && other.key === key);

const one = (kind: AssetRef['kind'], key: string | undefined, pointer: string): readonly Reference[] =>
  key === undefined ? [] : [{ kind, key, pointer }];

/** The assets that a member's settings name: schedule, statuses, caller ID, SIP client, campaigns that are recorded otherwise. */
export const settingsReferences = ({ employee, dialing }: Parts): readonly Reference[] => [
  ...one('schedule', employee?.schedule, '/employee/schedule'),
  ...(employee?.agentStatuses ?? []).map(
    (key, index): Reference => ({ kind: 'agent-status', key, pointer: `/employee/agentStatuses/${index}` }),
  ),
  ...one('number', dialing?.callerId, '/dialing/callerId'),
  ...one('sip-client', dialing?.sipClient, '/dialing/sipClient'),
  ...(dialing?.callRecording?.campaigns ?? []).map(
    ({ campaign }, index): Reference => ({
      kind: 'campaign',
      key: campaign,
      pointer: `/dialing/callRecording/campaigns/${index}/campaign`,
    }),
  ),
];

/** The assets that a member is assigned to. */
export const workReferences = ({ work }: Parts): readonly Reference[] =>
  work === undefined
    ? []
    : WORK_KINDS.flatMap((kind) => {
        const field = workField(kind);
        return work[field].map((key, index) => ({ kind, key, pointer: `/work/${field}/${index}` }));
      });

/** The files that a member's settings name. */
export const fileReferences = ({ employee, dialing }: Parts): readonly FileReference[] => {
  const picture = employee?.picture;
  const away = dialing?.ifUnavailable;
  const greeting = away?.action === 'voicemail' ? away.greeting : undefined;
  return [
    ...(picture === undefined
      ? []
      : [{ fileId: picture, purpose: 'picture' as const, pointer: '/employee/picture' }]),
    ...(greeting === undefined
      ? []
      : [{ fileId: greeting, purpose: 'greeting' as const, pointer: '/dialing/ifUnavailable/greeting' }]),
  ];
};
