import { describe, expect, it } from 'vitest';
import { WrongOptions } from '../../../bin/operator/options.ts';
import { optionOf, readOptions } from '../../../bin/support/options.ts';

const place = { stage: 'dev', homeRegion: 'us-east-1' };
const read = (...parameters: readonly string[]) => readOptions(parameters, place);
const here = { stage: 'dev', region: 'us-east-1' };

describe('the options of npm run support', () => {
  it('name a member by email or by id, in the account if it is told', () => {
    const task = 'lift-restrictions';
    expect(read(task, '--email', 'ada@example.com')).toEqual({
      ...here,
      task,
      request: { email: 'ada@example.com' },
    });
    expect(read(task, '--user-id', 'usr_1', '--account-id', 'acc_1')).toEqual({
      ...here,
      task,
      request: { userId: 'usr_1', accountId: 'acc_1' },
    });
  });

  it('C-36 name a folder, which is the root unless told, and whether it gives folder tools', () => {
    const request = { accountId: 'acc_1', folderId: 'fld_root' };
    const options = { ...here, task: 'switch-folder-tools' };
    expect(read('withhold-folder-tools', '--account-id', 'acc_1')).toEqual({
      ...options,
      request: { ...request, isGiven: false },
    });
    expect(read('give-folder-tools', '--account-id', 'acc_1', '--folder-id', 'fld_1')).toEqual({
      ...options,
      request: { ...request, folderId: 'fld_1', isGiven: true },
    });
  });

  it('take another stage and region than those of cdk.json', () => {
    const elsewhere = ['--stage', 'prod', '--region', 'eu-west-1'];
    expect(read('give-folder-tools', '--account-id', 'acc_1', ...elsewhere)).toMatchObject({
      stage: 'prod',
      region: 'eu-west-1',
    });
  });

  it('explain themselves, also those of one task', () => {
    expect(read('--help')).toBe('help');
    expect(read('lift-restrictions', '--help')).toBe('help');
    expect(read('give-folder-tools', '--help')).toBe('help');
  });

  it.each([
    [[], 'A task is required.'],
    [['reset'], 'reset: is no task'],
    [['lift-restrictions'], '--email: is required, or --user-id; not both'],
    [['lift-restrictions', '--email', 'a@example.com', '--user-id', 'usr_1'], '--email: is required'],
    [['give-folder-tools'], '--account-id: is required'],
    [['give-folder-tools', '--email', 'a@example.com'], "Unknown option '--email'"],
  ])('are refused in clear words when they are %j', (parameters, words) => {
    expect(() => read(...parameters)).toThrow(WrongOptions);
    expect(() => read(...parameters)).toThrow(words);
  });

  it('are what a fault of the request is told by', () => {
    expect(optionOf('/folderId')).toBe('--folder-id');
    expect(optionOf('')).toBe('');
  });
});
