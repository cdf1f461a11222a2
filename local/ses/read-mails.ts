import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type Mail, mailSchema } from './messages.ts';

const storeSchema = z.object({ emails: z.array(mailSchema) });

const LOOK_AGAIN_MILLISECONDS = 50;

const readFrom = async (address: string): Promise<readonly Mail[]> => {
  const response = await fetch(address);
  return storeSchema.parse(await response.json()).emails;
};

/** All mails in a mailbox, the oldest first. */
export const readMails = (mailboxUrl: string): Promise<readonly Mail[]> => readFrom(`${mailboxUrl}/store`);

/** The mails to an address, the oldest first: quick however many there are to others. */
export const readMailsTo = (mailboxUrl: string, to: string): Promise<readonly Mail[]> =>
  readFrom(`${mailboxUrl}/mails?to=${encodeURIComponent(to)}`);

/** The newest mail to an address, as soon as there is one. Throws after the timeout. */
export const waitForMail = async (
  mailboxUrl: string,
  to: string,
  timeoutMilliseconds = 30_000,
): Promise<Mail> => {
  const deadline = Date.now() + timeoutMilliseconds;
  while (Date.now() < deadline) {
    const mail = (await readMailsTo(mailboxUrl, to)).at(-1);
    if (mail !== undefined) return mail;
    await sleep(LOOK_AGAIN_MILLISECONDS);
  }
  throw new Error(`no mail to ${to} within ${timeoutMilliseconds / 1000} s`);
};
