import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { portInUse, Refusal } from '../refusal.ts';
import { type MailboxData, mailboxReportSchema, type SentMail } from './messages.ts';

interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  /** Says whether SES tells what becomes of it. */
  readonly configurationSet?: string | undefined;
}

export interface Mailbox {
  /** The page, and the endpoint of the SES API. */
  readonly url: string;
  /** Kept mails that could not be read again, and are left out. */
  readonly unreadable: number;
  readonly send: (mail: OutgoingMail) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the mailbox. `keptIn` is the file its mails are kept in, or null; `onSent` is told of each that is accepted. */
export const startMailbox = async (
  port: number,
  keptIn: string | null,
  onSent: (mail: SentMail) => void = () => {},
): Promise<Mailbox> => {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { port, keptIn } satisfies MailboxData,
  });
  const [message] = await once(worker, 'message');
  const report = mailboxReportSchema.parse(message);
  if (report.kind === 'port-in-use') {
    await worker.terminate();
    throw new Refusal(portInUse(report.port));
  }
  if (report.kind === 'sent') throw new Error('the mailbox sent mail before it could be reached');
  worker.on('message', (later) => {
    const told = mailboxReportSchema.parse(later);
    if (told.kind === 'sent') onSent(told.mail);
  });
  const url = `http://127.0.0.1:${report.port}`;
  const client = new SESClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    url,
    unreadable: report.unreadable,
    send: async ({ from, to, subject, html, configurationSet }) => {
      await client.send(
        new SendEmailCommand({
          Source: from,
          ConfigurationSetName: configurationSet,
          Destination: { ToAddresses: [to] },
          Message: { Subject: { Data: subject }, Body: { Html: { Data: html } } },
        }),
      );
    },
    stop: async () => {
      client.destroy();
      await worker.terminate();
    },
  };
};
