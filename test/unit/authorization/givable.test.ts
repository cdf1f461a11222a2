import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import { rightsFaults } from '../../../core/domain/authorization/delegation.ts';
import { firstPolicy } from '../../../core/domain/authorization/policy.ts';
import { rightsOf } from '../../../core/domain/authorization/rights.ts';
import { ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { ROLE_IDS } from '../../../core/domain/roles.ts';

const policy = compilePolicy(firstPolicy('acc'));
const rightsWith = (role: string) =>
  rightsOf(policy, { userId: role, folderId: ROOT_FOLDER, byHand: { role, grants: [], groups: [] } });

/** The roles that somebody of this role holds all of, and so can give. */
const givableBy = (role: string): readonly string[] => {
  const authority = { accountId: 'acc', userId: role, policy, rights: rightsWith(role) };
  return ROLE_IDS.filter((other) => rightsFaults(authority, undefined, rightsWith(other), '').length === 0);
};

describe('the built-in roles', () => {
  it('X-4 let a manager add managers and agents, and nobody above them', () => {
    expect(givableBy('manager')).toEqual(['call-agent', 'manager', 'agent']);
  });

  it('X-4 let an administrator add everybody, but for who reaches the agency', () => {
    const agency = ['agency-administrator', 'agency-billing-manager', 'marketing-manager'];
    expect(givableBy('administrator')).toEqual(ROLE_IDS.filter((role) => !agency.includes(role)));
  });
});
