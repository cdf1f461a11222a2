/** `npm start`: the embedded cloud with a sample account, until Ctrl-C. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudPorts } from './addresses.ts';
import { buildConsole } from './build-console.ts';
import type { Cloud } from './cloud.ts';
import { openDataDirectory } from './data-directory.ts';
import { openDoor } from './door.ts';
import { checkJava } from './dynamodb/java.ts';
import { PROJECT_ROOT, WORK_DIRECTORY } from './project.ts';
import { portInUse, Refusal, systemErrorCode } from './refusal.ts';
import type { SampleAccount } from './sample-state.ts';
import { parseStartOptions } from './start-options.ts';
import { synthesize } from './synthesize.ts';

const OLDEST_NODE = 24;
const STOP_TIMEOUT_MILLISECONDS = 8_000;

const say = (line: string): void => console.log(`rollcall: ${line}`);

const checkNode = (): void => {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) < OLDEST_NODE) {
    throw new Refusal(`Node.js ${OLDEST_NODE} or newer is needed, and this is ${node}: install it (.nvmrc)`);
  }
};

/** Tells before the long work begins, and all the same again when they are opened for good. */
const checkPorts = async (ports: CloudPorts): Promise<void> => {
  for (const port of Object.values(ports)) await (await openDoor(port)).stop();
};

/** Where scripts find a running cloud. It holds a password, if only a sample one. */
const writeAddresses = (cloud: Cloud, { accountId, admin }: SampleAccount): void => {
  const { consoleUrl, apiUrl, mailboxUrl, cognitoUrl, region, userPoolId, clientId } = cloud;
  const addresses = {
    consoleUrl,
    apiUrl,
    mailboxUrl,
    cognitoUrl,
    region,
    userPoolId,
    clientId,
    accountId,
    admin,
  };
  mkdirSync(WORK_DIRECTORY, { recursive: true });
  writeFileSync(join(WORK_DIRECTORY, 'local.json'), `${JSON.stringify(addresses, null, 2)}\n`, {
    mode: 0o600,
  });
};

const tell = ({ consoleUrl, apiUrl, mailboxUrl }: Cloud, { admin }: SampleAccount): void => {
  console.log(
    [
      'ready',
      `  console  ${consoleUrl}`,
      `  API      ${apiUrl}/v1`,
      `  mailbox  ${mailboxUrl}`,
      `  sign in  ${admin.email}  ${admin.password}`,
      '  Ctrl-C stops everything',
    ].join('\n'),
  );
};

/**
 * `kill` of npm ends npm and the shell it has put between us, and we are not told: so look whether that shell is there.
 */
const whenShellEnds = (then: () => void): void => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) then();
  }, 500).unref();
};

/** One line for what the person at the terminal can do something about; everything else is a bug and shows itself. */
const explain = (error: unknown): string | undefined => {
  if (error instanceof Refusal) return error.message;
  const code = systemErrorCode(error);
  if (code === 'EADDRINUSE' && error instanceof Error && 'port' in error) {
    return portInUse(error.port);
  }
  if (code === 'EACCES' && error instanceof Error) return error.message;
  return undefined;
};

const start = async (): Promise<void> => {
  checkNode();
  const { ports, dataDirectory, reset } = parseStartOptions(process.argv.slice(2));
  const data = openDataDirectory(dataDirectory, reset);
  await Promise.all([checkPorts(ports), checkJava()]);
  const hasConsole = existsSync(join(PROJECT_ROOT, 'console', 'index.html'));
  // The cloud's many modules load while the stacks are synthesized; a refusal need not wait for them.
  const [assembly, consoleDirectory, { startCloud }, { ensureSampleAccount }] = await Promise.all([
    synthesize(say),
    hasConsole ? buildConsole(say) : undefined,
    import('./cloud.ts'),
    import('./sample-account.ts'),
  ]);
  say('starting');
  const cloud = await startCloud({
    assembly,
    dataDirectory: data.path,
    ports,
    ...(consoleDirectory !== undefined && { consoleDirectory }),
    log: say,
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    // npm passes on the Ctrl-C that the terminal has sent us already.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), STOP_TIMEOUT_MILLISECONDS).unref();
    await cloud.stop();
    data.release();
    process.exit(0);
  };
  for (const signal of SIGNALS) process.removeAllListeners(signal).on(signal, () => void stop());
  whenShellEnds(() => void stop());

  try {
    const account = await ensureSampleAccount(cloud, data.path, say);
    writeAddresses(cloud, account);
    tell(cloud, account);
  } catch (error) {
    await cloud.stop();
    throw error;
  }
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
// Until there is something to stop in order, ending is enough: DynamoDB Local ends with us.
for (const signal of SIGNALS) process.on(signal, () => process.exit(0));
// Whoever reads our output may have gone.
process.stdout.on('error', () => {});

try {
  await start();
} catch (error) {
  const line = explain(error);
  console.error(line === undefined ? error : `rollcall: ${line}`);
  process.exit(1);
}
