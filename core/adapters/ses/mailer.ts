import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { IdentityRefused, MailNotSent } from '../../domain/errors.ts';
import type { Mailer } from '../../usecases/ports.ts';

/** What SES says of an address that no mail can go to, however often it is asked. */
const REFUSALS = ['InvalidParameterValue'];

/** What it says when it will not send for us: a sandbox, an identity not verified, sending paused, a policy in the way. */
const MAIL_FAILURES = [
  'MessageRejected',
  'MailFromDomainNotVerifiedException',
  'AccountSendingPausedException',
  'ConfigurationSetDoesNotExistException',
  'ConfigurationSetSendingPausedException',
  'AccessDenied',
  'AccessDeniedException',
];

/** SES quotes the address in its messages, and a domain error's message may end up in a history: so it is left out. */
const asDomainError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  if (REFUSALS.includes(error.name)) return new IdentityRefused();
  return MAIL_FAILURES.includes(error.name) ? new MailNotSent() : error;
};

/** SES in the region of the mail domain, wherever the function runs. What is throttled stays an error worth another try. */
export const sesMailer = (environment: {
  MAIL_FROM: string;
  MAIL_REPLY_TO: string;
  MAIL_REGION: string;
  /** With it, SES tells what became of a mail. */
  MAIL_CONFIGURATION_SET: string;
}): Mailer => {
  const client = new SESClient({ region: environment.MAIL_REGION });
  const text = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return {
    async send(mail) {
      try {
        await client.send(
          new SendEmailCommand({
            Source: environment.MAIL_FROM,
            ReplyToAddresses: [environment.MAIL_REPLY_TO],
            ConfigurationSetName: environment.MAIL_CONFIGURATION_SET,
            Destination: { ToAddresses: [mail.to] },
            Message: {
              Subject: text(mail.subject),
              Body: { Html: text(mail.html), Text: text(mail.text) },
            },
          }),
        );
      } catch (error) {
        throw asDomainError(error);
      }
    },
  };
};
