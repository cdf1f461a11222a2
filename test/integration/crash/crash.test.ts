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

const start = async (killAt?: string): Promise<OfficeCloud> => {
  const started = fork(join(import.meta.dirname, 'killed-cloud.ts'), [
    `--data=${data}`,
    ...(killAt === undefined ? [] : [`--kill-at=${killAt}`]),
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

/** Every state on entry and on exit in the full test; in the short one each state once, entry and exit in turns. */
const MOMENTS = WORK_STATES.flatMap((state, index) => {
  const both = [`${state}:entered`, `${state}:exited`];
  return size({ test: 1, full: 2 }) === 2 ? both : both.slice(index % 2, (index % 2) + 1);
});

it(
  'X-1 a run whose process is killed at every step ends as if nothing had happened',
  async () => {
    const calm = await start();
    const office = await openOffice(calm);
    await office.furnish();
    const onboard = (cloud: OfficeCloud, request: unknown, key: string) =>
      callerOf(cloud, office.administrator.accessToken)(
        'POST',
        `/accounts/${office.accountId}/onboardings`,
        request,
        { 'idempotency-key': key },
      );
    const undisturbed = await onboard(calm, fullRequest(), 'undisturbed');
    const expected = await outcome(office, calm, undisturbed.body.runId);
    await stop();

    const request = fullRequest();
    for (const moment of MOMENTS) {
      // From the second time on the run is taken up again by the start itself, and may be killed before it is said.
      const cloud = await start(moment).catch(() => undefined);
      // The answer may be lost with the process; the key makes the repeat harmless.
      if (cloud !== undefined) await onboard(cloud, request, 'killed').catch(() => undefined);
      expect([moment, await ended()]).toEqual([moment, 'SIGKILL']);
    }

    const cloud = await start();
    const repeat = await onboard(cloud, request, 'killed');
    expect(repeat.status).toBe(202);
    const found = await outcome(office, cloud, repeat.body.runId);
    expect(comparable(found.run)).toEqual(comparable(expected.run));
    expect(comparable(found.member)).toEqual(comparable(expected.member));
    expect(found.pools).toMatchObject(
      expected.pools.map((pool: { kind: string; assigned: number }) => ({
        kind: pool.kind,
        assigned: pool.assigned + (['lmp', 'dialer'].includes(pool.kind) ? 1 : 0),
      })),
    );

    const mails = (await readMails(cloud.mailboxUrl)).filter((mail) =>
      JSON.stringify(mail).includes(request.profile.email),
    );
    expect(mails.length).toBeGreaterThanOrEqual(1);
    // Activate is killed once in this test (twice in the full one), so one mail too many for each time.
    expect(mails.length).toBeLessThanOrEqual(size({ test: 2, full: 3 }));
    const newest = mails.at(-1);
    await expect(
      acceptInvitation(cloud, { mail: newest?.body.html ?? '', password: newPassword() }),
    ).resolves.toHaveProperty('accessToken');
    await stop();
  },
  size({ test: 240_000, full: 480_000 }),
);
