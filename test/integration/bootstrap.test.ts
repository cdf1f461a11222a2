import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { newPassword } from '../../local/make-account.ts';
import { readMails, waitForMail } from '../../local/ses/read-mails.ts';
import { acceptInvitation, signIn } from '../../local/sign-in.ts';
import { callerOf, shortRequest } from './office.ts';
import { operatorCommand } from './operator-command.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloudOf = useSharedCloud();

const bootstrap = operatorCommand('bin/bootstrap.ts', cloudOf);

const optionsFor = (loginId: string): string[] =>
  Object.entries({
    'account-name': 'Example Calling',
    pool: 'lmp=3',
    email: `${loginId}@example.com`,
    'login-id': loginId,
    'first-name': 'Ada',
    'last-name': 'Example',
  }).flatMap(([name, value]) => [`--${name}`, value]);

const idsIn = (stdout: string) => ({
  accountId: /acc_\w{26}/.exec(stdout)?.[0],
  userId: /usr_\w{26}/.exec(stdout)?.[0],
  runId: /run_\w{26}/.exec(stdout)?.[0],
  agencyId: /agn_\w{26}/.exec(stdout)?.[0],
});

/** The API as the administrator of a new account calls it, once they have come in by their invitation. */
const invited = async (loginId: string) => {
  const mail = await waitForMail(cloudOf().mailboxUrl, `${loginId}@example.com`);
  const { accessToken } = await acceptInvitation(cloudOf(), {
    mail: mail.body.html ?? '',
    password: newPassword(),
  });
  return callerOf(cloudOf(), accessToken);
};

describe('npm run bootstrap', () => {
  it('makes an account whose administrator is invited and can sign in', async () => {
    const { code, stdout, stderr } = await bootstrap([
      ...optionsFor('ada.first'),
      '--plan',
      'starter',
      '--pool',
      'voip=2',
      '--language',
      'es',
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { accountId, userId } = idsIn(stdout);
    const mail = await waitForMail(cloudOf().mailboxUrl, 'ada.first@example.com');
    expect(mail.subject).toBe('Su acceso a Example Calling');
    const password = 'Correct-horse-7-battery';
    await acceptInvitation(cloudOf(), { mail: mail.body.html ?? '', password });
    const { accessToken } = await signIn(cloudOf(), { username: 'ada.first', password });
    const headers = { authorization: `Bearer ${accessToken}` };
    const me = await (await fetch(`${cloudOf().apiUrl}/v1/me`, { headers })).json();
    expect(me).toMatchObject({
      userId,
      memberships: [{ accountId, role: 'administrator', status: 'active' }],
    });
    const account = await (await fetch(`${cloudOf().apiUrl}/v1/accounts/${accountId}`, { headers })).json();
    expect(account).toMatchObject({
      licensePolicy: 'deactivate',
      pools: [
        { kind: 'lmp', purchased: 3, free: 2 },
        { kind: 'voip', purchased: 2, free: 2 },
        { kind: 'email', purchased: 0, free: 0 },
      ],
    });
  });

  it('makes nothing twice when it is repeated with the account’s id', async () => {
    const first = await bootstrap(optionsFor('ada.again'));
    const { accountId = '' } = idsIn(first.stdout);
    await waitForMail(cloudOf().mailboxUrl, 'ada.again@example.com');
    const second = await bootstrap([...optionsFor('ada.again'), '--account-id', accountId]);
    expect(second.code).toBe(0);
    expect(idsIn(second.stdout)).toEqual(idsIn(first.stdout));
    const mails = await readMails(cloudOf().mailboxUrl);
    expect(mails.filter(({ destination }) => destination.to.includes('ada.again@example.com'))).toHaveLength(
      1,
    );
  });

  it('D-23 makes an agency that its first administrator administers, and whose accounts others join', async () => {
    const first = await bootstrap([...optionsFor('ada.north'), '--agency-name', 'North']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const { accountId = '', agencyId = '' } = idsIn(first.stdout);
    const again = ['--agency-name', 'North', '--agency-id', agencyId, '--account-id', accountId];
    expect(idsIn((await bootstrap([...optionsFor('ada.north'), ...again])).stdout)).toEqual(
      idsIn(first.stdout),
    );
    const joined = await bootstrap([...optionsFor('ada.joins'), '--agency-id', agencyId]);
    const second = idsIn(joined.stdout).accountId;
    const north = await invited('ada.north');
    expect((await north('GET', '/me')).body).toMatchObject({
      memberships: [{ accountId, role: 'administrator' }],
      agency: {
        agencyId,
        name: 'North',
        role: 'agency-administrator',
        accounts: [{ accountId }, { accountId: second }],
      },
    });
    const joining = await invited('ada.joins');
    const { memberships, agency } = (await joining('GET', '/me')).body;
    expect(memberships).toMatchObject([{ accountId: second, role: 'administrator' }]);
    expect(agency).toBeUndefined();
  });

  it('E-13 makes a subaccount, which can have subaccount users', async () => {
    const parent = idsIn((await bootstrap(optionsFor('ada.parent'))).stdout).accountId ?? '';
    const child = await bootstrap([...optionsFor('ada.child'), '--parent-account-id', parent]);
    expect(child).toMatchObject({ code: 0, stderr: '' });
    const { accountId } = idsIn(child.stdout);
    const call = await invited('ada.child');
    const subaccountUser = shortRequest({ permissions: { role: 'subaccount-user' } });
    const answer = await call('POST', `/accounts/${accountId}/onboardings`, subaccountUser);
    expect(answer.status).toBe(202);
  });

  it('refuses an agency, its name and a parent that are not there, by the options they came in with', async () => {
    const { agencyId = '' } = idsIn(
      (await bootstrap([...optionsFor('ada.south'), '--agency-name', 'South'])).stdout,
    );
    for (const [options, line] of [
      [['--agency-id', newId('agency')], '--agency-id: is no agency'],
      [
        ['--agency-id', agencyId, '--agency-name', 'East'],
        '--agency-name: is not its name; without a name, the account only joins it',
      ],
      [['--parent-account-id', newId('account')], '--parent-account-id: is no account'],
      [['--agency-id', 'north'], '--agency-id: must be an id such as agn_01jd…'],
    ] as const) {
      const { code, stderr } = await bootstrap([...optionsFor('ada.lost'), ...options]);
      expect({ code, stderr }).toEqual({ code: 1, stderr: `${line}\n` });
    }
  });

  it('refuses the id of an account that was made with other options, with exit code 1', async () => {
    const { accountId = '' } = idsIn((await bootstrap(optionsFor('ada.other'))).stdout);
    const { code, stderr } = await bootstrap([...optionsFor('ada.another'), '--account-id', accountId]);
    expect(code).toBe(1);
    expect(stderr).toBe('--account-id: was used with other options, less than a day ago\n');
  });

  it('C-49 D-31 refuses a login ID and an email that are taken, by the option they came in with', async () => {
    await bootstrap(optionsFor('ada.taken'));
    const { code, stderr } = await bootstrap(optionsFor('ada.taken'));
    expect(code).toBe(1);
    expect(stderr.split('\n')).toEqual([
      '--email: belongs to a user who exists already',
      '--login-id: belongs to a user who exists already',
      '',
    ]);
  });

  it('reports every fault of the request as one line, and makes nothing', async () => {
    const { code, stderr } = await bootstrap([
      ...optionsFor('no'),
      ...['--email', 'ada at example.com', '--location', 'us-east-9', '--license-policy', 'panic'],
      ...['--pool', 'gold=1', '--account-id', 'acc_1'],
    ]);
    expect(code).toBe(1);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      '--account-id',
      '--email',
      '--license-policy',
      '--location',
      '--login-id',
      '--pool',
    ]);
  });

  it('refuses missing, unknown and unreadable options with exit code 2, before it asks anything', async () => {
    const missing = await bootstrap(['--account-name', 'Example', '--pool', 'lmp']);
    expect(missing.code).toBe(2);
    expect(missing.stdout).toBe('');
    for (const line of [
      '--email: is required',
      '--login-id: is required',
      '--pool: lmp must be a kind and its seats',
    ])
      expect(missing.stderr).toContain(line);
    const unknown = await bootstrap([...optionsFor('ada.unknown'), '--mail', 'x']);
    expect(unknown).toMatchObject({ code: 2, stderr: "Unknown option '--mail'\n" });
  });

  it('exits with 3 and one clear line when the stage is not there, or nobody answers', async () => {
    const absent = await bootstrap([...optionsFor('ada.absent'), '--stage', 'elsewhere']);
    expect(absent.code).toBe(3);
    expect(absent.stderr).toMatch(
      /^There is no function rollcall-elsewhere-create-account in us-east-1: .*\n$/,
    );
    const silent = await bootstrap(optionsFor('ada.silent'), {
      AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:9',
    });
    expect(silent.code).toBe(3);
    const { accountId } = idsIn(silent.stdout);
    expect(silent.stderr).toContain(`Repeat with --account-id ${accountId}: nothing is made twice.`);
    const ofAgency = await bootstrap([...optionsFor('ada.silent'), '--agency-name', 'Silent'], {
      AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:9',
    });
    const ids = idsIn(ofAgency.stdout);
    expect(ofAgency.stderr).toContain(
      `Repeat with --account-id ${ids.accountId} --agency-id ${ids.agencyId}:`,
    );
  });
});
