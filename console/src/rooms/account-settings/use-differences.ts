import { useSettingNames } from '../../form/setting-words.ts';
import type { Setting } from '../../form/settings.ts';
import { type Draft, isRecord, itemsOf, textOf, valueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { Difference } from '../../parts/changed-meanwhile.tsx';
import { ACCOUNT_SETTINGS_WORDS } from './words.ts';

const COMPARED = [
  '/dialing/firstDailyAttempts',
  '/dialing/secondDailyAttempts',
  '/dialing/callRecording/inboundPercent',
  '/dialing/callRecording/outboundPercent',
  '/dialing/callRecording/campaigns',
  '/employee/notifications/missedCall',
  '/employee/notifications/voicemail',
] as const;

/** Where the settings as they are now and as one wants them are not the same, in words. */
export const useDifferences = (
  settings: readonly Setting[],
  now: Draft,
  mine: Draft,
): readonly Difference[] => {
  const words = useWords(ACCOUNT_SETTINGS_WORDS);
  const nameOf = useSettingNames();
  const told = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (Array.isArray(value))
      return itemsOf(value)
        .map((one) => (isRecord(one) ? `${textOf(one.campaign)} ${textOf(one.percent)} %` : ''))
        .join(', ');
    return textOf(value);
  };
  const compared = [
    ...settings
      .filter(({ pointer }) => COMPARED.some((one) => one === pointer))
      .map((setting) => ({ name: nameOf(setting), pointer: setting.pointer })),
    { name: words.defaultNumber, pointer: '/defaultNumber' },
  ];
  return compared.flatMap(({ name, pointer }) => {
    const [theirs, own] = [told(valueAt(now, pointer)), told(valueAt(mine, pointer))];
    return theirs === own ? [] : [{ name, theirs, mine: own }];
  });
};
