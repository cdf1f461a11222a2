import { appendFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDoor } from '../../../local/door.ts';
import { startMailbox } from '../../../local/ses/mailbox.ts';
import { readMails, waitForMail } from '../../../local/ses/read-mails.ts';
import { temporaryDirectory } from './fixture/fixture.ts';

const open = async (keptIn: string | null = null, port = 0) => {
  const mailbox = await startMailbox(port, keptIn);
  onTestFinished(mailbox.stop);
  return mailbox;
};
const mail = (to: string) => ({ from: 'a@example.com', to, subject: `For ${to}`, html: `<p>Dear ${to}</p>` });

it('keeps each mail, for everyone to read', async () => {
  const mailbox = await open();
  await mailbox.send(mail('one@example.com'));
  await mailbox.send(mail('two@example.com'));
  expect(await readMails(mailbox.url)).toHaveLength(2);
  expect(await waitForMail(mailbox.url, 'one@example.com')).toMatchObject({
    subject: 'For one@example.com',
    body: { html: '<p>Dear one@example.com</p>' },
  });
});

it('is not mixed up with another one in the same process', async () => {
  const [left, right] = [await open(), await open()];
  await left.send(mail('one@example.com'));
  expect([(await readMails(left.url)).length, (await readMails(right.url)).length]).toEqual([1, 0]);
});

it('has its mails again after a restart, even when the last line was cut off', async () => {
  const file = join(temporaryDirectory(), 'mails.jsonl');
  const first = await open(file);
  await first.send(mail('one@example.com'));
  await first.send(mail('two@example.com'));
  await first.stop();
  appendFileSync(file, '{"messageId":"ses-1","fr');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const second = await open(file);
  expect(second.unreadable).toBe(1);
  await second.send(mail('three@example.com'));
  await second.stop();
  const third = await open(file);
  expect(third.unreadable).toBe(0);
  const subjects = (await readMails(third.url)).map(({ subject }) => subject);
  expect(subjects).toEqual(['For one@example.com', 'For two@example.com', 'For three@example.com']);
});

it('once cleared, stays empty', async () => {
  const file = join(temporaryDirectory(), 'mails.jsonl');
  const first = await open(file);
  await first.send(mail('one@example.com'));
  await fetch(`${first.url}/clear-store`, { method: 'POST' });
  await first.send(mail('two@example.com'));
  await first.stop();
  const second = await open(file);
  expect((await readMails(second.url)).map(({ subject }) => subject)).toEqual(['For two@example.com']);
});

it('shows mails in a page where none of their scripts can run', async () => {
  const mailbox = await open();
  const response = await fetch(mailbox.url);
  const page = await response.text();
  expect(page).toContain(`setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox')`);
  expect(page).not.toContain('innerHTML');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; /);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

it('answers under the names of this machine only', async () => {
  const mailbox = await open();
  const status = await new Promise((resolve) => {
    request(mailbox.url, { path: '/store', headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});

it('refuses a port that is in use with one line', async () => {
  const door = await openDoor(0);
  onTestFinished(door.stop);
  await expect(open(null, door.port)).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringContaining(`port ${door.port} is in use`),
  });
});
