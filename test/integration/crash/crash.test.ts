import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { WORK_STATES } from '../../../core/domain/steps.ts';
import type { CloudAddresses } from '../../../local/addresses.ts';
import { newPassword } from '../../../local/make-account.ts';
import { readMails } from '../../../local/ses/read-mails.ts';
import { acceptInvitation } from '../../../local/sign-in.ts';
import { size } from '../../size.ts';
import { callerOf, fullRequest, type Office, type OfficeCloud, openOffice } from '../office.ts';

const data = mkdtempSync(join(tmpdir(), 'rollcall-crash-'));
let child: ChildProcess | undefined;

const addressesOf = (started: ChildProcess): Promise<CloudAddresses> =>
  new Promise((resolve, reject) => {
    started.once('message', resolve as (message: unknown) => void);
    started.once('exit', () => reject(new Error('The cloud ended before it had started')));
  });

const start = async (...killAt: readonly string[]): Promise<OfficeCloud> => {
  const started = fork(join(import.meta.dirname, 'killed-cloud.ts'), [
    `--data=${data}`,
    ...killAt.map((moment) => `--kill-at=${moment}`),
  ]);
  child = started;
  const addresses = await addressesOf(started);
  const invoke = async (name: string, payload: unknown) => {
    started.send({ invoke: name, payload });
    const [message] = await once(started, 'message');
    return message.answer;
  };
  return { ...addresses, invoke };
};

const ended = async (): Promise<NodeJS.Signals | null> => {
  if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child?.signalCode ?? null;
};

const stop = async (): Promise<void> => {
  child?.send('stop');
  await ended();
};

afterAll(async () => {
  child?.kill('SIGKILL');
  await ended();
  rmSync(data, { recursive: true, force: true });
});

/** Without what can never be the same twice: ids and times. */
const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part) =>
      /(At|Id|By)$/.test(key) || /^(name|email|loginId|lastName)$/.test(key) ? key : part,
    ),
  );

const outcome = async (office: Office, cloud: OfficeCloud, runId: string) => {
  const { call, accountId } = { ...office, call: callerOf(cloud, office.administrator.accessToken) };
  const read = async (path: string) => (await call('GET', `/accounts/${accountId}${path}`)).body;
  let run = await read(`/onboardings/${runId}`);
  while (run.status === 'running') run = await read(`/onboardings/${runId}`);
  return { run, member: await read(`/members/${run.userId}`), pools: (await read('')).pools };
};

/** Every state on entry and on exit. */
const MOMENTS = WORK_STATES.flatMap((state) => [`${state}:entered`, `${state}:exited`]);

const onboard = (cloud: OfficeCloud, office: Office, request: unknown, key: string) =>
  callerOf(cloud, office.administrator.accessToken)(
    'POST',
    `/accounts/${office.accountId}/onboardings`,
    request,
    { 'idempotency-key': key },
  );

/** An account in which somebody was onboarded undisturbed, and how that has ended; its cloud has stopped. */
const calmOffice = async () => {
  const cloud = await start();
  const office = await openOffice(cloud);
  await office.furnish();
  const { body } = await onboard(cloud, office, fullRequest(), 'undisturbed');
  const expected = await outcome(office, cloud, body.runId);
  await stop();
  return { office, expected };
};

/** That the run has ended as the undisturbed one did, and that its person was invited, no more than so many times too often. */
const expectAsExpected = async (
  cloud: OfficeCloud,
  { office, expected }: Awaited<ReturnType<typeof calmOffice>>,
  { request, runId, tooMany }: { request: ReturnType<typeof fullRequest>; runId: string; tooMany: number },
): Promise<void> => {
  const found = await outcome(office, cloud, runId);
  expect(comparable(found.run)).toEqual(comparable(expected.run));
  expect(comparable(found.member)).toEqual(comparable(expected.member));
  const mails = (await readMails(cloud.mailboxUrl)).filter((mail) =>
    JSON.stringify(mail).includes(request.profile.email),
  );
  expect(mails.length).toBeGreaterThanOrEqual(1);
  expect(mails.length).toBeLessThanOrEqual(1 + tooMany);
  await expect(
    acceptInvitation(cloud, { mail: mails.at(-1)?.body.html ?? '', password: newPassword() }),
  ).resolves.toHaveProperty('accessToken');
};

const expectSeats = async (
  cloud: OfficeCloud,
  { office, expected }: Awaited<ReturnType<typeof calmOffice>>,
  more: number,
): Promise<void> => {
  const { body } = await callerOf(cloud, office.administrator.accessToken)(
    'GET',
    `/accounts/${office.accountId}`,
  );
  expect(body.pools).toMatchObject(
    expected.pools.map((pool: { kind: string; assigned: number }) => ({
      kind: pool.kind,
      assigned: pool.assigned + (['lmp', 'dialer'].includes(pool.kind) ? more : 0),
    })),
  );
};

it('X-1 runs whose process is killed, one at every step, and again as they go on, end as if nothing had happened', async () => {
  const calm = await calmOffice();
  const requests = MOMENTS.map(() => fullRequest());
  const doomed = await start(...MOMENTS);
  // An answer may be lost with the process; the key makes the repeat harmless.
  const lost = requests.map((request, index) =>
    onboard(doomed, calm.office, request, `killed-${index}`).catch(() => undefined),
  );
  expect(await ended()).toBe('SIGKILL');
  await Promise.all(lost);
  // The start itself takes the runs up again, and may be killed before it is said.
  await start(...MOMENTS.map(() => 'any')).catch(() => undefined);
  expect(await ended()).toBe('SIGKILL');

  const cloud = await start();
  for (const [index, request] of requests.entries()) {
    const repeat = await onboard(cloud, calm.office, request, `killed-${index}`);
    expect(repeat.status).toBe(202);
    await expectAsExpected(cloud, calm, { request, runId: repeat.body.runId, tooMany: 1 });
  }
  await expectSeats(cloud, calm, requests.length);
  await stop();
}, 240_000);

if (size({ test: 0, full: 1 }) === 1)
  it('X-1 a run whose process is killed at every step, one after the other, ends as if nothing had happened', async () => {
    const calm = await calmOffice();
    const request = fullRequest();
    for (const moment of MOMENTS) {
      // From the second time on the run is taken up again by the start itself, and may be killed before it is said.
      const cloud = await start(moment).catch(() => undefined);
      if (cloud !== undefined) await onboard(cloud, calm.office, request, 'killed').catch(() => undefined);
      expect([moment, await ended()]).toEqual([moment, 'SIGKILL']);
    }

    const cloud = await start();
    const repeat = await onboard(cloud, calm.office, request, 'killed');
    expect(repeat.status).toBe(202);
    // Activate is killed twice, and may have sent a mail each time.
    await expectAsExpected(cloud, calm, { request, runId: repeat.body.runId, tooMany: 2 });
    await expectSeats(cloud, calm, 1);
    await stop();
  }, 480_000);
