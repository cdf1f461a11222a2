import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { newId } from '../../../core/domain/ids.ts';
import { access } from '../../../core/domain/sections/access.ts';
import { dialing } from '../../../core/domain/sections/dialing.ts';
import { employee } from '../../../core/domain/sections/employee.ts';
import { sections } from '../../../core/domain/sections/index.ts';
import { licenses } from '../../../core/domain/sections/licenses.ts';
import { messaging } from '../../../core/domain/sections/messaging.ts';
import { permissions } from '../../../core/domain/sections/permissions.ts';
import { assignmentsOf, distinct, work } from '../../../core/domain/sections/work.ts';

const placesOf = (schema: z.ZodMiniType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ path }) => path.join('/')) ?? [];

describe('A-2 licenses', () => {
  it('always hold the base license', () => {
    expect(licenses.safeParse({ kinds: ['lmp', 'fax'] }).success).toBe(true);
    expect(placesOf(licenses, { kinds: ['fax'] })).toEqual(['kinds']);
    expect(placesOf(licenses, { kinds: [] })).toContain('kinds');
  });

  it('name each kind once: the fault points at the second mention', () => {
    expect(placesOf(licenses, { kinds: ['lmp', 'fax', 'lmp', 'fax'] })).toEqual(['kinds/2', 'kinds/3']);
  });

  it('are of kinds that there are', () => {
    expect(placesOf(licenses, { kinds: ['lmp', 'gold'] })).toEqual(['kinds/1']);
  });
});

describe('A-3 the employee profile', () => {
  it.each(['America/Chicago', 'Europe/Kyiv', 'UTC', 'Asia/Kolkata'])('takes the time zone %s', (timeZone) => {
    expect(employee.safeParse({ timeZone }).success).toBe(true);
  });

  it.each(['+01:00', '-08', 'Chicago', 'GMT+25', ''])('refuses the time zone %s', (timeZone) => {
    expect(placesOf(employee, { timeZone })).toEqual(['timeZone']);
  });

  it('takes links to web pages only', () => {
    const link = (url: string) => ({ externalLinks: [{ service: 'CRM', url }] });
    expect(employee.safeParse(link('https://crm.example.com/u/1')).success).toBe(true);
    expect(placesOf(employee, link('javascript:alert(1)'))).toEqual(['externalLinks/0/url']);
    expect(placesOf(employee, link('ftp://example.com'))).toEqual(['externalLinks/0/url']);
  });

  it('may be empty, but knows what it holds', () => {
    expect(employee.parse({})).toEqual({});
    expect(placesOf(employee, { hireDate: '2027-02-30' })).toEqual(['hireDate']);
    expect(placesOf(employee, { title: ' ' })).toEqual(['title']);
    expect(placesOf(employee, { salary: 1 })).toEqual(['']);
  });
});

describe('A-4 permissions', () => {
  it('C-7 C-15 come from folder and role, levels and pages too, unless told', () => {
    expect(permissions.parse({})).toEqual({ grants: [], groups: [] });
    const told = { role: 'call-agent', dataViewLevel: 'account', sitePermissionLevel: 'manager', pages: [] };
    expect(permissions.parse(told)).toEqual({ ...told, grants: [], groups: [] });
  });

  it('C-7 name a built-in role, or one of the account’s own by its id', () => {
    expect(permissions.safeParse({ role: newId('role') }).success).toBe(true);
    const { error } = permissions.safeParse({ role: 'king' });
    expect(error?.issues).toMatchObject([
      { path: ['role'], message: 'must be a built-in role or the id of a role, rol_01jd…' },
    ]);
  });

  it('D-4 E-18 E-10 name each group and each page once, and an affiliate profile by its key', () => {
    const [one, other] = [newId('group'), newId('group')];
    expect(placesOf(permissions, { groups: [one, other, one] })).toEqual(['groups/2']);
    expect(placesOf(permissions, { groups: ['north'] })).toEqual(['groups/0']);
    expect(placesOf(permissions, { pages: ['users', 'users', 'moon'] })).toEqual(['pages/2']);
    expect(placesOf(permissions, { pages: ['users', 'users'] })).toEqual(['pages/1']);
    expect(placesOf(permissions, { affiliateProfile: 'a b' })).toEqual(['affiliateProfile']);
  });

  it('grant what there is, each once', () => {
    const grants = ['create-user', 'rule-the-world'];
    expect(placesOf(permissions, { role: 'call-agent', grants })).toEqual(['grants/1']);
    expect(placesOf(permissions, { role: 'call-agent', grants: ['add-ivr', 'add-ivr'] })).toEqual([
      'grants/1',
    ]);
  });
});

describe('A-5 messaging', () => {
  it('is off unless told', () => {
    const off = { enabled: false };
    expect(messaging.parse({})).toEqual({ massEmail: off, massFax: off });
  });

  it('limits only what is on', () => {
    expect(placesOf(messaging, { massFax: { enabled: false, dailyLimit: 5 } })).toEqual([
      'massFax/dailyLimit',
    ]);
    expect(messaging.safeParse({ massFax: { enabled: true, dailyLimit: 5 } }).success).toBe(true);
  });
});

describe('A-6 dialing rules', () => {
  const attempts = { firstDailyAttempts: 3, secondDailyAttempts: 0 };

  it('count attempts, and record a part of calls in percent', () => {
    const callRecording = { inboundPercent: 0, outboundPercent: 100 };
    expect(dialing.parse({ ...attempts, callRecording })).toEqual({
      ...attempts,
      callRecording: { ...callRecording, campaigns: [] },
    });
    // What is left out is as the account has it.
    expect(dialing.parse({})).toEqual({});
  });

  it.each([
    [{ ...attempts, firstDailyAttempts: -1 }, 'firstDailyAttempts'],
    [{ ...attempts, secondDailyAttempts: 1.5 }, 'secondDailyAttempts'],
    [{ callRecording: { inboundPercent: 1 } }, 'callRecording/outboundPercent'],
    [
      { ...attempts, callRecording: { inboundPercent: 101, outboundPercent: 0 } },
      'callRecording/inboundPercent',
    ],
  ])('refuse %j', (value, place) => {
    expect(placesOf(dialing, value)).toEqual([place]);
  });
});

describe('A-7 restricted access', () => {
  it('names at least one network, each once', () => {
    expect(placesOf(access, { allowedNetworks: [] })).toEqual(['allowedNetworks']);
    expect(placesOf(access, { allowedNetworks: ['10.0.0.0/8', '10.0.0.0/8'] })).toEqual([
      'allowedNetworks/1',
    ]);
  });
});

describe('A-8 work', () => {
  it('is a list of campaigns, initiatives and queues, in which one name may stand for several things', () => {
    const section = work.parse({ campaigns: ['a', 'b'], dialerInitiatives: ['a'], queues: ['a'] });
    expect(assignmentsOf(section)).toEqual([
      { kind: 'campaign', key: 'a' },
      { kind: 'campaign', key: 'b' },
      { kind: 'initiative', key: 'a' },
      { kind: 'queue', key: 'a' },
    ]);
    expect(assignmentsOf(work.parse({}))).toEqual([]);
  });

  it('takes keys that can stand in a path, each once', () => {
    expect(placesOf(work, { campaigns: ['ok', 'a/b', '', 'a#b', '-x'] })).toEqual([
      'campaigns/1',
      'campaigns/2',
      'campaigns/3',
      'campaigns/4',
    ]);
    expect(placesOf(work, { queues: ['q', 'q'] })).toEqual(['queues/1']);
  });

  it('is told apart by kind and key when some of it is given back', () => {
    const a = { kind: 'campaign', key: 'a' } as const;
    const b = { kind: 'campaign', key: 'b' } as const;
    const queue = { kind: 'queue', key: 'a' } as const;
    expect(distinct([a, b, { ...a }, queue])).toEqual([a, b, queue]);
    expect(distinct([a, b, queue], [{ ...a }])).toEqual([b, queue]);
  });
});

describe('the whole request', () => {
  it('A-27 needs profile, licenses and permissions; the rest is “if any”', () => {
    expect(placesOf(sections, {})).toEqual(['profile', 'licenses', 'permissions']);
  });

  it('reports every fault of every section at once', () => {
    const value = {
      profile: { email: 'x' },
      licenses: { kinds: ['fax'] },
      permissions: { role: 'king' },
      dialing: { firstDailyAttempts: -1 },
      extra: 1,
    };
    const places = placesOf(sections, value);
    expect(places).toEqual(
      expect.arrayContaining([
        'profile/email',
        'profile/loginId',
        'licenses/kinds',
        'permissions/role',
        'dialing/firstDailyAttempts',
        '',
      ]),
    );
  });
});
