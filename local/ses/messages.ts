import * as z from 'zod';

export const mailboxDataSchema = z.object({
  port: z.number(),
  /** A file with one mail a line, so that mails outlive a restart; null keeps them in memory only. */
  keptIn: z.string().nullable(),
});

/** What SES knows of a mail that it has accepted. */
const sentMailSchema = z.object({
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  /** RFC 3339, to the millisecond. */
  sentAt: z.string(),
  configurationSet: z.string().optional(),
});

export const mailboxReportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('listening'),
    port: z.number(),
    /** Kept mails that could not be read again, and are left out. */
    unreadable: z.number(),
  }),
  z.object({ kind: z.literal('port-in-use'), port: z.number() }),
  z.object({ kind: z.literal('sent'), mail: sentMailSchema }),
]);

/** A call of SES's query API, as far as the mailbox itself looks at it. */
export const sendEmailSchema = z.object({
  Action: z.literal('SendEmail'),
  ConfigurationSetName: z.string().optional(),
});

/** A mail as the mailbox's `GET /store` gives it, and as it is kept. */
export const mailSchema = z.object({
  messageId: z.string(),
  from: z.string(),
  replyTo: z.array(z.string()),
  destination: z.object({ to: z.array(z.string()), cc: z.array(z.string()), bcc: z.array(z.string()) }),
  subject: z.string(),
  body: z.object({ text: z.string().optional(), html: z.string().optional() }),
  attachments: z.array(z.unknown()),
  /** Seconds since 1970. */
  at: z.number(),
});

export type SentMail = z.infer<typeof sentMailSchema>;
export type MailboxData = z.infer<typeof mailboxDataSchema>;
export type MailboxReport = z.infer<typeof mailboxReportSchema>;
export type Mail = z.infer<typeof mailSchema>;
