import type { AccountSettings, AccountSettingsPatch } from '../../api/account-settings.ts';
import { type Draft, isRecord, textOf, valueAt } from '../../form/values.ts';

/** The settings as the form of a member has them: under the sections whose help texts count for them too. */
export const draftOf = ({ dialing, notifications, defaultNumber }: AccountSettings): Draft => ({
  dialing,
  employee: { notifications },
  ...(defaultNumber !== undefined && { defaultNumber }),
});

type CallRecording = AccountSettings['dialing']['callRecording'];

const numberAt = (draft: Draft, pointer: string): number | undefined => {
  const value = valueAt(draft, pointer);
  return typeof value === 'number' ? value : undefined;
};

const recordingOf = (draft: Draft): CallRecording => {
  const recording = valueAt(draft, '/dialing/callRecording');
  if (!isRecord(recording)) return undefined;
  const campaigns = Array.isArray(recording.campaigns) ? recording.campaigns.filter(isRecord) : [];
  return {
    inboundPercent: numberAt(draft, '/dialing/callRecording/inboundPercent') ?? 0,
    outboundPercent: numberAt(draft, '/dialing/callRecording/outboundPercent') ?? 0,
    campaigns: campaigns.map(({ campaign, percent }) => ({
      campaign: textOf(campaign),
      percent: typeof percent === 'number' ? percent : 0,
    })),
  };
};

/** All of the settings, as a patch: what is not there any more goes back to what an account begins with. */
export const patchOf = (draft: Draft): AccountSettingsPatch => {
  const [first, second] = ['firstDailyAttempts', 'secondDailyAttempts'].map((name) =>
    numberAt(draft, `/dialing/${name}`),
  );
  const callRecording = recordingOf(draft);
  const number = textOf(draft.defaultNumber);
  return {
    dialing: {
      ...(first !== undefined && { firstDailyAttempts: first }),
      ...(second !== undefined && { secondDailyAttempts: second }),
      ...(callRecording !== undefined && { callRecording }),
    },
    notifications: {
      missedCall: valueAt(draft, '/employee/notifications/missedCall') === true,
      voicemail: valueAt(draft, '/employee/notifications/voicemail') !== false,
    },
    defaultNumber: number === '' ? null : number,
  };
};
