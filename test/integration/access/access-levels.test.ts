import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, callerOf, type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { accessOf, changeAccess, expectRefused, hire, postOf } from './people.ts';

const cloud = useSharedCloud();
let office: Office;
let catalogue: Answer['body'];
beforeAll(async () => {
  office = await openOffice(cloud());
  catalogue = (await callerOf(cloud())('GET', '/catalogue')).body;
});

const TOOLS = ['shared-files', 'my-files', 'callback-folders'];

/** What a member has who is in the account's first folder, and has the role by hand. */
const LEVELS: readonly (readonly [
  number: string,
  role: string,
  permissions: readonly string[],
  pages: readonly string[],
  rest: Record<string, unknown>,
])[] = [
  [
    'D-18',
    'billing-manager',
    ['view-billing'],
    ['billing'],
    { designation: 'manager', dataViewLevel: 'own' },
  ],
  [
    'D-19',
    'report-manager',
    ['view-call-log', 'edit-call-log', 'view-agent-reports', 'view-sales-reports'],
    [
      'dialer-report',
      'lead-reports',
      'recent-calls',
      'research-calls',
      'affiliate-report',
      'call-log',
      'agent-reports',
      'sales-reports',
    ],
    { designation: 'manager', dataViewLevel: 'account' },
  ],
  [
    'D-20',
    'call-manager',
    ['view-call-log'],
    ['call-log'],
    { designation: 'manager', dataViewLevel: 'account' },
  ],
  [
    'D-21',
    'call-agent',
    ['use-sip', 'use-folder-tools'],
    ['call-log', 'callback-calendar', 'messages', 'softphone', ...TOOLS],
    { designation: 'agent', dataViewLevel: 'own' },
  ],
  [
    'E-5',
    'crm-admin',
    ['use-folder-tools'],
    ['products', 'campaigns', 'plugins', 'funnel-builder', 'crm-call-centers', 'report-export', ...TOOLS],
    { designation: 'manager' },
  ],
  [
    'E-6',
    'customer-service-agent',
    ['use-folder-tools'],
    ['customer-service', ...TOOLS],
    { designation: 'agent' },
  ],
  [
    'E-7',
    'customer-service-admin',
    ['use-folder-tools'],
    ['customer-service', 'crm-call-centers', ...TOOLS],
    { designation: 'manager' },
  ],
  [
    'E-8',
    'sales-agent',
    ['use-folder-tools'],
    ['customer-service', 'order-entry', ...TOOLS],
    { designation: 'agent', dataViewLevel: 'own' },
  ],
  [
    'E-9',
    'lead-agent',
    ['use-folder-tools'],
    ['order-details', 'customer-service', 'order-entry', ...TOOLS],
    { designation: 'agent', dataViewLevel: 'own' },
  ],
  ['E-10', 'affiliate', [], ['affiliate-report'], { designation: 'agent', affiliateProfile: 'aff-7' }],
  ['E-14', 'page-designer', [], ['funnel-builder'], { designation: 'agent' }],
];

describe('roles and access levels', () => {
  it.each(LEVELS)('%s what a member is who is %s', async (_, role, permissions, pages, rest) => {
    const byHand = { role, ...(role === 'affiliate' && { affiliateProfile: 'aff-7' }) };
    const access = await accessOf(office.call, await hire(office, { permissions: byHand }));
    expect(access.effective.toSorted()).toEqual(permissions.toSorted());
    expect(access.pageKeys.toSorted()).toEqual(pages.toSorted());
    expect(access).toMatchObject({ role: { role, by: 'hand' }, ...rest });
  });

  it('D-17 an administrator has everything in the account', async () => {
    const access = await accessOf(office.call, {
      path: `/accounts/${office.accountId}/members/${office.administrator.userId}`,
    });
    const keysOf = (list: Record<string, string>[], name: string) =>
      list.map((each) => each[name]).toSorted();
    expect(access.effective.toSorted()).toEqual(keysOf(catalogue.permissions, 'permission'));
    expect(access.pageKeys.toSorted()).toEqual(keysOf(catalogue.pages, 'page'));
    expect(keysOf(access.endpoints, 'endpoint')).toEqual(keysOf(catalogue.endpoints, 'endpoint'));
    expect(access).toMatchObject({ designation: 'manager', reach: { everything: true } });
  });

  it('E-10 an affiliate has a profile assigned', async () => {
    const request = postOf({ permissions: { role: 'affiliate' } });
    const answer = await office.call('POST', `/accounts/${office.accountId}/onboardings`, request);
    expectRefused(answer, 'invalid-request');
    expect(answer.body.errors).toMatchObject([{ pointer: '/permissions/affiliateProfile' }]);
  });

  it('E-4 E-11 there are nine access levels; that of API users is for no person', async () => {
    const levels = catalogue.roles.filter(({ family }: { family: string }) => family === 'access-level');
    expect(levels).toHaveLength(9);
    expect(levels).toContainEqual(
      expect.objectContaining({ role: 'api-user', designation: 'api', permissions: [], pages: [] }),
    );
    expectRefused(
      await changeAccess(office.call, await hire(office), { role: 'api-user' }),
      'invalid-request',
    );
  });
});
