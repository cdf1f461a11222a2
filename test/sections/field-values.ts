import { randomInt } from 'node:crypto';
import { expect } from 'vitest';
import type { AssetKind } from '../../core/domain/asset-kinds.ts';
import { newId } from '../../core/domain/ids.ts';
import { newNumber, newUserName } from '../ports/asset-samples.ts';

/** What fields refer to: it has to be there before they are given their values. */
export interface World {
  /** Another member of the account. */
  manager: string;
  /** Pictures and greetings, uploaded and accepted, that nobody has. */
  pictures: readonly [string, string];
  greetings: readonly [string, string];
  location: string;
}

interface FieldValues {
  /** Two values that are accepted; with what is stored of it, where that is another. */
  good: readonly { given: unknown; stored?: unknown }[];
  /** Values that are refused, each with where in the field, and in what words. */
  bad: readonly { given: unknown; at?: string; says: RegExp }[];
}

/** The assets that the values below name, with numbers and SIP user names that no other account has. */
export const namedAssets = (): readonly { kind: AssetKind; key: string; more?: object }[] => [
  { kind: 'campaign', key: 'solar' },
  { kind: 'campaign', key: 'wind' },
  { kind: 'initiative', key: 'spring' },
  { kind: 'queue', key: 'support' },
  { kind: 'queue', key: 'billing' },
  { kind: 'tracking-number', key: 'billboard', more: { number: '+1 415 555 0190' } },
  { kind: 'smart-router', key: 'night' },
  { kind: 'agent-group', key: 'seniors' },
  { kind: 'agent-status', key: 'available', more: { takesCalls: true } },
  { kind: 'agent-status', key: 'lunch', more: { takesCalls: false } },
  {
    kind: 'schedule',
    key: 'office-hours',
    more: { timeZone: 'America/Chicago', hours: [{ day: 'monday', from: '09:00', to: '17:00' }] },
  },
  {
    kind: 'schedule',
    key: 'late-shift',
    more: { timeZone: 'Europe/London', hours: [{ day: 'friday', from: '14:00', to: '24:00' }] },
  },
  { kind: 'number', key: 'main-line', more: { number: newNumber() } },
  { kind: 'number', key: 'second-line', more: { number: newNumber() } },
  { kind: 'sip-client', key: 'desk-1', more: { userName: newUserName() } },
  { kind: 'sip-client', key: 'desk-2', more: { userName: newUserName() } },
];

const phones: FieldValues = {
  good: [{ given: '+1 (415) 555-0123', stored: '+14155550123' }, { given: '4155550199' }],
  bad: [
    { given: '555-0123', says: /phone number with its country/ },
    { given: '+1 415 555', says: /is no phone number of \+1/ },
    { given: 'ask the front desk', says: /phone number with its country/ },
    { given: 4155550123, says: /must be a string/ },
  ],
};

const text = (most: number, ...good: readonly string[]): FieldValues => ({
  good: good.map((given) => ({ given })),
  bad: [
    { given: '', says: /must not be empty/ },
    { given: 'x'.repeat(most + 1), says: new RegExp(`at most ${most} characters`) },
    { given: 'a\u202eb', says: /text that can be read/ },
    { given: 7, says: /must be a string/ },
  ],
});

const keysOfAssets = (what: string, ...good: readonly (readonly string[])[]): FieldValues => ({
  good: good.map((given) => ({ given: [...given] })),
  bad: [
    { given: ['nowhere'], at: '/0', says: new RegExp(`is no ${what} of this account`) },
    { given: ['not a key'], at: '/0', says: /1 to 64 letters/ },
    { given: [good[0]?.[0], good[0]?.[0]], at: '/1', says: /twice/ },
    { given: good[0]?.[0], says: /must be a list/ },
  ],
});

const count = (least: number, most: number, ...good: readonly number[]): FieldValues => ({
  good: good.map((given) => ({ given })),
  bad: [
    { given: least - 1, says: new RegExp(`at least ${least}`) },
    { given: most + 1, says: new RegExp(`at most ${most}`) },
    { given: 1.5, says: /whole number/ },
    { given: '3', says: /must be a/ },
  ],
});

/** Every field that an edit can change, as a pointer into the sections, with values that it takes and refuses. */
export const fieldValues = ({
  manager,
  pictures,
  greetings,
  location,
}: World): Record<string, FieldValues> => ({
  '/profile/email': {
    good: [
      { given: ` ${newId('user')}@Example.com `, stored: expect.stringMatching(/^usr_.*@example\.com$/) },
      { given: `${newId('user')}@example.com` },
    ],
    bad: [{ given: 'nobody', says: /must be an email address/ }],
  },
  '/profile/loginId': {
    good: [{ given: `a.${newId('user').slice(4)}` }, { given: `b.${newId('user').slice(4)}` }],
    bad: [
      { given: 'ab', says: /3 to 64/ },
      { given: 'has space', says: /3 to 64/ },
      { given: newId('user'), says: /must not look like an id/ },
    ],
  },
  '/profile/firstName': text(100, 'Zoë', 'Ana'),
  '/profile/lastName': text(100, 'Ångström', 'Lopez'),
  '/profile/phone': phones,
  '/profile/extension': {
    good: [{ given: String(randomInt(10_000_000)) }, { given: String(randomInt(10_000_000)) }],
    bad: [
      { given: '12a', says: /1 to 8 digits/ },
      { given: '123456789', says: /1 to 8 digits/ },
    ],
  },
  '/profile/language': {
    good: [{ given: 'es-MX' }, { given: 'fr' }],
    bad: [{ given: 'english please', says: /BCP 47/ }],
  },
  '/profile/location': {
    good: [{ given: location }, { given: location }],
    bad: [{ given: 'moon-base-1', says: /must be one of/ }],
  },
  '/employee/title': text(120, 'Team lead', 'Sales agent'),
  '/employee/department': text(120, 'Outbound', 'Inbound'),
  '/employee/employeeNumber': text(40, 'E-1', 'E-2'),
  '/employee/managerUserId': {
    good: [{ given: manager }],
    bad: [
      { given: newId('user'), says: /is no member of this account/ },
      { given: 'the boss', says: /must be an id/ },
    ],
  },
  '/employee/mobilePhone': phones,
  '/employee/faxNumber': phones,
  '/employee/timeZone': {
    good: [{ given: 'America/Chicago' }, { given: 'Asia/Kolkata' }],
    bad: [
      { given: '+01:00', says: /IANA/ },
      { given: 'Mars/Olympus', says: /IANA/ },
    ],
  },
  '/employee/hireDate': {
    good: [{ given: '2026-02-28' }, { given: '2027-01-31' }],
    bad: [{ given: '2026-02-30', says: /must be a date/ }],
  },
  '/employee/picture': {
    good: pictures.map((given) => ({ given })),
    bad: [
      { given: newId('file'), says: /no picture that you have uploaded/ },
      { given: greetings[1], says: /is a greeting, not a picture/ },
    ],
  },
  '/employee/externalLinks': {
    good: [
      { given: [{ service: 'Salesforce', url: 'https://sales.example.com/u/1' }] },
      { given: [{ service: 'Stripe', url: 'https://pay.example.com/u/1' }] },
    ],
    bad: [
      { given: [{ service: 'Salesforce', url: 'javascript:alert(1)' }], at: '/0/url', says: /web address/ },
      { given: [{ url: 'https://sales.example.com/' }], at: '/0/service', says: /is required/ },
    ],
  },
  '/employee/schedule': {
    good: [{ given: 'office-hours' }, { given: 'late-shift' }],
    bad: [{ given: 'never', says: /is no schedule of this account/ }],
  },
  '/employee/agentStatuses': keysOfAssets('agent status', ['available'], ['available', 'lunch']),
  '/employee/contactPreferences': {
    good: [
      { given: { ways: ['sms', 'phone'], days: ['monday'], hours: { from: '08:00', to: '18:30' } } },
      { given: { ways: ['email'] } },
    ],
    bad: [
      { given: { ways: [] }, at: '/ways', says: /must not be empty/ },
      { given: { ways: ['pigeon'] }, at: '/ways/0', says: /must be one of/ },
      {
        given: { ways: ['sms'], hours: { from: '8', to: '18:30' } },
        at: '/hours/from',
        says: /an hour such as/,
      },
      { given: { ways: ['sms'], hours: { from: '08:00', to: '08:00' } }, at: '/hours/to', says: /all day/ },
    ],
  },
  '/employee/notifications': {
    good: [
      { given: { overrideTeam: true, missedCall: true, voicemail: false } },
      { given: { overrideTeam: false }, stored: { overrideTeam: false, missedCall: false, voicemail: true } },
    ],
    bad: [{ given: { missedCall: true }, at: '/overrideTeam', says: /is required/ }],
  },
  '/messaging/massEmail': {
    good: [
      {
        given: {
          enabled: true,
          dailyLimit: 200,
          sender: { name: 'Sunrise', replyTo: 'hello@example.com' },
        },
      },
      { given: { enabled: false } },
    ],
    bad: [
      { given: { enabled: false, dailyLimit: 5 }, at: '/dailyLimit', says: /needs enabled to be true/ },
      { given: { enabled: true, dailyLimit: 0 }, at: '/dailyLimit', says: /at least 1/ },
      { given: { enabled: true, sender: { replyTo: 'x' } }, at: '/sender/name', says: /is required/ },
    ],
  },
  '/messaging/massFax': {
    good: [
      {
        given: { enabled: true, dailyLimit: 20, sender: { name: 'Sunrise', number: '+1 415 555 0177' } },
        stored: { enabled: true, dailyLimit: 20, sender: { name: 'Sunrise', number: '+14155550177' } },
      },
      { given: { enabled: false } },
    ],
    bad: [
      {
        given: { enabled: true, sender: { name: 'Sunrise', number: '4155550177' } },
        at: '/sender/number',
        says: /a full phone number/,
      },
    ],
  },
  '/dialing/firstDailyAttempts': count(0, 1000, 120, 0),
  '/dialing/secondDailyAttempts': count(0, 1000, 60, 1000),
  '/dialing/callRecording': {
    good: [
      {
        given: { inboundPercent: 100, outboundPercent: 25, campaigns: [{ campaign: 'solar', percent: 50 }] },
      },
      {
        given: { inboundPercent: 0, outboundPercent: 0 },
        stored: { inboundPercent: 0, outboundPercent: 0, campaigns: [] },
      },
    ],
    bad: [
      { given: { inboundPercent: 101, outboundPercent: 0 }, at: '/inboundPercent', says: /at most 100/ },
      {
        given: { inboundPercent: 1, outboundPercent: 1, campaigns: [{ campaign: 'lunar', percent: 5 }] },
        at: '/campaigns/0/campaign',
        says: /is no campaign of this account/,
      },
      {
        given: {
          inboundPercent: 1,
          outboundPercent: 1,
          campaigns: [
            { campaign: 'solar', percent: 5 },
            { campaign: 'solar', percent: 6 },
          ],
        },
        at: '/campaigns/1/campaign',
        says: /twice/,
      },
    ],
  },
  '/dialing/callerId': {
    good: [{ given: 'second-line' }, { given: 'main-line' }],
    bad: [{ given: 'third-line', says: /is no number of this account/ }],
  },
  '/dialing/receivingNumber': {
    good: [{ given: '+44 20 7946 0000', stored: '+442079460000' }, { given: '+14155550142' }],
    bad: [
      { given: '2041', says: /an extension or a placeholder cannot be called/ },
      { given: '4155550123', says: /an extension or a placeholder cannot be called/ },
    ],
  },
  '/dialing/sipClient': {
    good: [{ given: 'desk-1' }, { given: 'desk-2' }],
    bad: [{ given: 'desk-9', says: /is no SIP client of this account/ }],
  },
  '/dialing/softphone': {
    good: [
      { given: { appFirst: false, callWaiting: true, bitrate: 64 } },
      { given: {}, stored: { appFirst: true, callWaiting: false, bitrate: 48 } },
    ],
    bad: [{ given: { bitrate: 44 }, at: '/bitrate', says: /must be one of 16, 24, 32, 48, 64, 96, 128/ }],
  },
  '/dialing/ifUnavailable': {
    good: [
      { given: { action: 'voicemail', greeting: greetings[0] } },
      {
        given: { action: 'forward', forwardTo: '+1 415 555 0150' },
        stored: { action: 'forward', forwardTo: '+14155550150' },
      },
      { given: { action: 'no-voicemail' } },
    ],
    bad: [
      {
        given: { action: 'forward', forwardTo: '2041' },
        at: '/forwardTo',
        says: /an extension or a placeholder cannot be called/,
      },
      { given: { action: 'forward' }, at: '/forwardTo', says: /is required/ },
      {
        given: { action: 'no-voicemail', forwardTo: '+14155550150' },
        at: '/forwardTo',
        says: /is not a field we know/,
      },
      {
        given: { action: 'voicemail', greeting: pictures[1] },
        at: '/greeting',
        says: /is a picture, not a greeting/,
      },
      { given: { action: 'ring' }, at: '/action', says: /must be one of no-voicemail, voicemail, forward/ },
    ],
  },
  '/work/campaigns': keysOfAssets('campaign', ['solar'], ['wind', 'solar']),
  '/work/dialerInitiatives': keysOfAssets('dialer initiative', ['spring'], []),
  '/work/queues': keysOfAssets('ACD queue', ['support', 'billing'], ['billing']),
  '/work/trackingNumbers': keysOfAssets('tracking-number route', ['billboard'], []),
  '/work/smartRouters': keysOfAssets('smart-router route', ['night'], []),
  '/work/agentGroups': keysOfAssets('agent group', ['seniors'], []),
});

/** A section with a value of each of its fields. */
export const filled = (
  values: ReturnType<typeof fieldValues>,
  section: string,
  which = 0,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([pointer, { good }]) => {
      const [, of, field] = pointer.split('/');
      const value = good[Math.min(which, good.length - 1)];
      return of === section && field !== undefined && value ? [[field, value.given]] : [];
    }),
  );
