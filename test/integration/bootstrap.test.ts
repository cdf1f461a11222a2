import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMails, waitForMail } from '../../local/ses/read-mails.ts';
import { acceptInvitation, signIn } from '../../local/sign-in.ts';
import { useCloud } from './cloud-for-tests.ts';

const ROOT = join(import.meta.dirname, '../..');

const cloudOf = useCloud();

interface Ended {
  code: number | string | null;
  stdout: string;
  stderr: string;
}

/** Runs the command as an operator would whose AWS is the embedded cloud. */
const bootstrap = (parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['bin/bootstrap.ts', ...parameters],
      { cwd: ROOT, env: { ...process.env, ...cloudOf().environment, ...environment } },
      (error, stdout, stderr) =>
        resolve({ code: error ? (error.code ?? error.signal ?? null) : 0, stdout, stderr }),
    );
  });

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
});

describe('npm run bootstrap', () => {
  it('makes an account whose administrator is invited and can sign in', async () => {
    const { code, stdout, stderr } = await bootstrap([
      ...optionsFor('ada.first'),
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
    expect(silent.stderr).toContain(`Repeat with --account-id ${accountId}`);
  });
});
