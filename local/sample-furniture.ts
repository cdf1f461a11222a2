import { DAYS } from '../core/domain/week.ts';
import { type Furniture, named } from './furnish-account.ts';

const keys = (kind: Furniture['kind'], ...names: readonly string[]): readonly Furniture[] =>
  names.map((key) => named({ kind, key }));

const WORKING_DAYS = DAYS.slice(0, 5);

/** What the sample account has, so that a newcomer finds something: all that the sample roster names, and some more. */
export const SAMPLE_FURNITURE: readonly Furniture[] = [
  ...keys('campaign', 'spring-renewals', 'win-back', 'holiday-offers', 'renovaciones-primavera', 'training'),
  ...keys('initiative', 'east-coast-preview', 'east-coast-power', 'midwest-power'),
  ...keys('queue', 'support-en', 'support-es', 'billing-es', 'retention', 'overflow', 'training'),
  ...keys('agent-group', 'night-shift'),
  { kind: 'agent-status', key: 'ready', name: 'Ready', takesCalls: true },
  { kind: 'agent-status', key: 'break', name: 'On a break', takesCalls: false },
  { kind: 'agent-status', key: 'training', name: 'In training', takesCalls: false },
  {
    kind: 'schedule',
    key: 'weekdays',
    name: 'Weekdays, nine to five',
    timeZone: 'America/New_York',
    hours: WORKING_DAYS.map((day) => ({
      day,
      from: '09:00',
      to: '17:00',
      breaks: [{ from: '12:30', to: '13:00' }],
    })),
  },
  { kind: 'number', key: 'main', name: 'Main line', number: '+12125550100' },
  { kind: 'number', key: 'support', name: 'Support line', number: '+12125550199' },
];
