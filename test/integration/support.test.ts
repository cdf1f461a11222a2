import { describe, expect, it } from 'vitest';
import { ROOT_FOLDER } from '../../core/domain/ids.ts';
import { type Office, openOffice } from './office.ts';
import { operatorCommand } from './operator-command.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloudOf = useSharedCloud();
const support = operatorCommand('bin/support.ts', cloudOf);

/** The administrator restricts themselves to networks that they do not call from. */
const lockOut = async ({ call, accountId, administrator }: Office) => {
  const path = `/accounts/${accountId}/members/${administrator.userId}/access`;
  const { headers } = await call('GET', path);
  const change = { allowedNetworks: ['198.51.100.0/24', '2001:db8::/32'], confirm: ['own-lockout'] };
  const changed = await call('PATCH', path, change, { 'if-match': headers.get('etag') ?? '' });
  expect(changed.status).toBe(200);
};

describe('npm run support', () => {
  it('A-7 lets an administrator in again who has locked themselves out, with the token they have', async () => {
    const office = await openOffice(cloudOf());
    const { accountId, administrator, call } = office;
    await lockOut(office);
    expect(await call('GET', `/accounts/${accountId}`)).toMatchObject({
      status: 403,
      body: { type: expect.stringContaining('address-not-allowed') },
    });
    const email = administrator.email.toUpperCase();
    expect(await support(['lift-restrictions', '--email', email])).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        `account  ${accountId}`,
        `user     ${administrator.userId}`,
        'They may call from anywhere again. Until now they could only from 198.51.100.0/24, 2001:db8::/32.',
        '',
      ].join('\n'),
    });
    expect(await call('GET', `/accounts/${accountId}`)).toMatchObject({ status: 200 });
    const access = await call('GET', `/accounts/${accountId}/members/${administrator.userId}/access`);
    expect(access.body).not.toHaveProperty('allowedNetworks');
    const again = await support([
      'lift-restrictions',
      ...['--user-id', administrator.userId, '--account-id', accountId],
    ]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('They were not restricted to any network');
  });

  it('C-36 takes folder tools out of a folder, which no administrator can', async () => {
    const { accountId, call } = await openOffice(cloudOf());
    const root = `/accounts/${accountId}/folders/${ROOT_FOLDER}`;
    const { body, headers } = await call('GET', root);
    const { name, role, access } = body;
    const taken = { name, role, access, parentId: ROOT_FOLDER, permissions: [] };
    expect(await call('PUT', root, taken, { 'if-match': headers.get('etag') ?? '' })).toMatchObject({
      status: 403,
      body: { type: expect.stringContaining('support-only') },
    });
    expect(await support(['withhold-folder-tools', '--account-id', accountId])).toEqual({
      code: 0,
      stderr: '',
      stdout: `The members of ${ROOT_FOLDER} get folder tools from no folder; whoever has them by role or grant keeps them.\n`,
    });
    expect((await call('GET', root)).body.permissions).toEqual([]);
  });

  it('C-15 C-36 gives them back, and says which folder above gives them to those below', async () => {
    const { accountId, call } = await openOffice(cloudOf());
    const below = { name: 'Night shift', parentId: ROOT_FOLDER };
    const { folderId } = (await call('POST', `/accounts/${accountId}/folders`, below)).body;
    const folder = ['--account-id', accountId, '--folder-id', folderId];
    expect((await support(['give-folder-tools', ...folder])).stdout).toBe(
      `The members of ${folderId} get folder tools, by Everyone (${ROOT_FOLDER}), Night shift (${folderId}).\n`,
    );
    expect((await support(['withhold-folder-tools', ...folder])).stdout).toBe(
      `${folderId} gives no folder tools, but its members get them from above, by Everyone (${ROOT_FOLDER}).\n`,
    );
  });

  it('reports what is wrong by the option it came in with, with exit code 1', async () => {
    expect(await support(['lift-restrictions', '--email', 'nobody@example.com'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '--email: belongs to no user\n',
    });
    const nowhere = ['--account-id', 'acc_1', '--folder-id', 'root'];
    const { code, stderr } = await support(['withhold-folder-tools', ...nowhere]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^--account-id: must be an id .*\n--folder-id: must be fld_root or .*\n$/);
  });

  it('exits with 2 when it cannot understand, and with 3 when nobody answers, each with clear lines', async () => {
    expect(await support(['lift-restrictions'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '--email: is required, or --user-id; not both\nnpm run support -- --help explains.\n',
    });
    const nobody = { AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:9' };
    const silent = await support(['lift-restrictions', '--email', 'ada@example.com'], nobody);
    expect(silent.code).toBe(3);
    expect(silent.stderr).toContain('Repeat the command: nothing is done twice.');
  });
});
