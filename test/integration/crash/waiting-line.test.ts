import { expect, it, onTestFinished } from 'vitest';
import { type Cloud, startCloud } from '../../../local/cloud.ts';
import { newPassword } from '../../../local/make-account.ts';
import { waitForMail } from '../../../local/ses/read-mails.ts';
import { acceptInvitation } from '../../../local/sign-in.ts';
import { synthesize } from '../../../local/synthesize.ts';
import { hire } from '../access/people.ts';
import { eventually, mailsTo, statusOf } from '../licenses/seats.ts';
import { temporaryDirectory } from '../local/fixture/fixture.ts';
import { callerOf, openOffice } from '../office.ts';

const served = (cloud: Cloud): number =>
  cloud.logs().filter((line) => JSON.stringify(line).includes('WAITING_SERVED')).length;

it('A-23 who waits is served after a crash between a seat’s being freed and their turn, and invited once', async () => {
  const dataDirectory = temporaryDirectory();
  const assembly = await synthesize();
  const first = await startCloud({ assembly, dataDirectory });
  onTestFinished(first.kill);
  const office = await openOffice(first, { pools: { lmp: 2 } });
  const holder = await hire(office);
  const waiting = await hire(office);
  expect(await statusOf(office, waiting)).toBe('deactivated');
  expect((await office.call('DELETE', `${holder.path}/licenses/lmp`)).status).toBe(200);
  await first.kill();
  // The crash came first: nobody has been served.
  expect(served(first)).toBe(0);

  const second = await startCloud({ assembly, dataDirectory });
  onTestFinished(second.stop);
  const call = callerOf(second, office.administrator.accessToken);
  await eventually(async () => expect(await statusOf({ call }, waiting)).toBe('active'));
  expect(served(second)).toBe(1);
  const mail = await waitForMail(second.mailboxUrl, waiting.email);
  const password = newPassword();
  await expect(acceptInvitation(second, { mail: mail.body.html ?? '', password })).resolves.toHaveProperty(
    'accessToken',
  );
  expect(await mailsTo(second, waiting.email)).toHaveLength(1);
});
