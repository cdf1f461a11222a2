import * as z from 'zod/mini';
import { assetKey } from './asset-key.ts';
import { docs } from './docs.ts';
import type { Dialing } from './sections/dialing.ts';
import { dialingRules } from './sections/dialing-rules.ts';
import type { Employee } from './sections/employee.ts';
import { notices } from './sections/notifications.ts';

/** What counts in an account for every member whose own settings do not say otherwise. */
export const accountSettings = z
  .strictObject({
    dialing: z._default(z.strictObject(dialingRules), {}).register(docs, {
      title: 'Dialing rules',
      description: 'Attempts a day and call-recording ratios of members who have none of their own (A-6).',
    }),
    notifications: z
      ._default(z.strictObject(notices), { missedCall: false, voicemail: true })
      .register(docs, {
        title: 'Team notifications',
        description: 'What members are told of by mail, unless they override it (D-12).',
      }),
    defaultNumber: z.optional(assetKey).register(docs, {
      title: 'Default number',
      description:
        'Key of the number that members call from who have chosen none; the first one, unless told (C-58).',
    }),
  })
  .register(docs, { id: 'AccountSettings' });

export type AccountSettings = z.infer<typeof accountSettings>;

/** What counts for a member: their own settings, else those of the account. */
export interface EffectiveSettings {
  dialing: AccountSettings['dialing'];
  notifications: AccountSettings['notifications'];
  /** Key of the number they call from. */
  callerId?: string | undefined;
}

export const effectiveSettings = (
  { dialing, employee }: { dialing?: Dialing | undefined; employee?: Employee | undefined },
  account: AccountSettings,
): EffectiveSettings => {
  const own = employee?.notifications;
  return {
    dialing: {
      firstDailyAttempts: dialing?.firstDailyAttempts ?? account.dialing.firstDailyAttempts,
      secondDailyAttempts: dialing?.secondDailyAttempts ?? account.dialing.secondDailyAttempts,
      callRecording: dialing?.callRecording ?? account.dialing.callRecording,
    },
    notifications: own?.overrideTeam
      ? { missedCall: own.missedCall, voicemail: own.voicemail }
      : account.notifications,
    callerId: dialing?.callerId ?? account.defaultNumber,
  };
};
