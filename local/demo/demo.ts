import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Cloud, startCloud } from '../cloud.ts';
import { newPassword } from '../make-account.ts';
import { PROJECT_ROOT } from '../project.ts';
import { Refusal } from '../refusal.ts';
import { readMails } from '../ses/read-mails.ts';
import { acceptInvitation, signIn } from '../sign-in.ts';
import { synthesize } from '../synthesize.ts';
import { furnishDemoAccount, makeDemoAccount } from './account.ts';
import { type Api, connect } from './api.ts';
import { batches, onboard } from './onboard.ts';
import { closingLine, isAsExpected, lineOf, type Result, resultOf } from './report.ts';
import { parseRoster, RosterError, type RosterRow } from './roster.ts';

/** The sample roster, or another one given on the command line. */
const ROSTER = process.argv[2] ?? join(PROJECT_ROOT, 'examples/roster.csv');
const ROSTER_NAME = relative(process.cwd(), ROSTER);

/** What the account owns and has free, before anyone is added. */
const poolsLine = async (api: Api, accountId: string): Promise<string> => {
  const { name, pools } = await api.readAccount(accountId);
  return `${name}: ${pools.map(({ kind, free, purchased }) => `${kind} ${free} of ${purchased} free`).join(', ')}`;
};

/** Onboards the roster batch by batch, and prints each row when its batch is over. */
const onboardAll = async (
  cloud: Cloud,
  api: Api,
  accountId: string,
  rows: readonly RosterRow[],
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const batch of batches(rows)) {
    const onboardings = await Promise.all(batch.map(onboard(api, accountId)));
    const invited = new Set((await readMails(cloud.mailboxUrl)).flatMap(({ destination }) => destination.to));
    for (const onboarding of onboardings) {
      const result = resultOf(onboarding, invited.has(onboarding.row.sections.profile.email));
      console.log(lineOf(result));
      results.push(result);
    }
  }
  return results;
};

/** Does what a new user does: opens the invitation, chooses a password, signs in by login ID, asks who they are. */
const enter = async (cloud: Cloud, { sections }: RosterRow): Promise<string> => {
  const { email, loginId } = sections.profile;
  const mails = await readMails(cloud.mailboxUrl);
  const mail = mails.findLast(({ destination }) => destination.to.includes(email));
  const password = newPassword();
  await acceptInvitation(cloud, { mail: mail?.body.html ?? '', password });
  const { accessToken } = await signIn(cloud, { username: loginId, password });
  const me = await connect(cloud.apiUrl, accessToken).readMe();
  const [membership] = me.memberships;
  if (me.loginId !== loginId || membership?.status !== 'active') {
    throw new Error(`${loginId} signed in, and yet is not active`);
  }
  const { accountName, roleName, permissions } = membership;
  return `${loginId} opened the invitation "${mail?.subject}", chose a password and signed in: ${roleName} of ${accountName}, ${permissions.length} permissions`;
};

/** Answers whether every row ended as the roster expects. */
const demo = async (cloud: Cloud, rows: readonly RosterRow[]): Promise<boolean> => {
  const { accountId, accessToken } = await makeDemoAccount(cloud);
  await furnishDemoAccount(cloud, { accountId, accessToken }, rows);
  const api = connect(cloud.apiUrl, accessToken);
  console.log(`${await poolsLine(api, accountId)}\n`);
  const results = await onboardAll(cloud, api, accountId, rows);
  console.log(`\n${await poolsLine(api, accountId)}`);
  const newcomer = results.find(
    ({ onboarding: { row }, outcome }) =>
      outcome === 'invited' && row.sections.permissions.role === 'call-agent',
  );
  if (newcomer !== undefined) console.log(await enter(cloud, newcomer.onboarding.row));
  const unexpected = results.filter((result) => !isAsExpected(result));
  for (const { onboarding, outcome, why } of unexpected) {
    const { line, sections, expected } = onboarding.row;
    console.error(
      `${ROSTER_NAME}: line ${line}, ${sections.profile.loginId}: expected ${expected}, but ${outcome}: ${why}`,
    );
  }
  console.log(closingLine(results));
  return unexpected.length === 0;
};

/** Runs the demo on a cloud of its own, of which nothing stays: no process, no directory. */
const onOwnCloud = async (rows: readonly RosterRow[]): Promise<boolean> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'rollcall-demo-'));
  const log = (line: string) => console.log(line);
  const starting = synthesize(log).then((assembly) => startCloud({ assembly, dataDirectory, log }));
  const endOnce = async () => {
    await starting.then(
      (cloud) => cloud.stop(),
      () => {},
    );
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= endOnce();
    return ending;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  try {
    return await demo(await starting, rows);
  } catch (error) {
    // Interrupted: the calls under way fail, since the cloud is being taken from under them.
    if (ending !== undefined) return false;
    throw error;
  } finally {
    await end();
  }
};

const readRoster = (): string => {
  try {
    return readFileSync(ROSTER, 'utf8');
  } catch {
    throw new RosterError(ROSTER_NAME, ['cannot be read']);
  }
};

try {
  const rows = parseRoster(readRoster(), ROSTER_NAME);
  process.exitCode = (await onOwnCloud(rows)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof RosterError || error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
