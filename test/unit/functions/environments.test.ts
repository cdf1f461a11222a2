import { describe, expect, it } from 'vitest';
import { environments, readEnvironment } from '../../../core/contract/environments.ts';

describe('a function’s environment', () => {
  it('is read when it is all there', () => {
    const given = { TABLE_NAME: 'rollcall-dev', HOME_REGION: 'us-east-1', OTHER: 'x' };
    expect(readEnvironment('parkRun', given)).toMatchObject({
      TABLE_NAME: 'rollcall-dev',
      HOME_REGION: 'us-east-1',
    });
  });

  it('names every variable that is missing or empty', () => {
    expect(() => readEnvironment('sweep', { TABLE_NAME: 'x', HOME_REGION: '' })).toThrow(
      'The function sweep lacks HOME_REGION, ONBOARDING_STATE_MACHINE_ARN, USER_POOL_ID, CONSOLE_CLIENT_ID',
    );
  });

  it('gives the sections’ steps the table and nothing else', () => {
    for (const name of [
      'updateEmployeeProfile',
      'setPermissions',
      'setMessaging',
      'setDialingRules',
      'restrictAccess',
    ] as const) {
      expect(environments[name]).toEqual(['TABLE_NAME', 'HOME_REGION']);
    }
  });
});
