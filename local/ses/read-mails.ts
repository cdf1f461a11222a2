import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type Mail, mailSchema } from './messages.ts';

const storeSchema = z.object({ emails: z.array(mailSchema) });

/** All mails in a mailbox, the oldest first. */
export const readMails = async (mailboxUrl: string): Promise<readonly Mail[]> => {
  const response = await fetch(`${mailboxUrl}/store`);
  return storeSchema.parse(await response.json()).emails;
};

/** The newest mail to an address, as soon as there is one. Throws after the timeout. */
export const waitForMail = async (
  mailboxUrl: string,
  to: string,
  timeoutMilliseconds = 30_000,
): Promise<Mail> => {
  const deadline = Date.now() + timeoutMilliseconds;
  while (Date.now() < deadline) {
    const mails = await readMails(mailboxUrl);
    const mail = mails.findLast(({ destination }) => destination.to.includes(to));
    if (mail !== undefined) return mail;
    await sleep(100);
  }
  throw new Error(`no mail to ${to} within ${timeoutMilliseconds / 1000} s`);
};
