import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { isRetryable } from '../../../core/adapters/retryable.ts';
import { sesMailer } from '../../../core/adapters/ses/mailer.ts';
import { IdentityRefused, MailNotSent } from '../../../core/domain/errors.ts';

const ses = mockClient(SESClient);
const mailer = sesMailer({
  MAIL_FROM: 'no-reply@rollcall.example',
  MAIL_REPLY_TO: 'support@rollcall.example',
  MAIL_REGION: 'eu-west-1',
  MAIL_CONFIGURATION_SET: 'rollcall-dev',
});
const named = (name: string) => Object.assign(new Error(`SES quotes ana@example.com: ${name}`), { name });
const mail = { to: 'ana@example.com', subject: 'Acceso a Añil', html: '<p>Hola</p>', text: 'Hola' };

beforeEach(() => {
  ses.reset();
});

it('X-19 sends a mail as HTML and as text, from the configured sender', async () => {
  ses.on(SendEmailCommand).resolves({});
  await mailer.send(mail);
  expect(ses.commandCalls(SendEmailCommand).map(({ args }) => args[0].input)).toEqual([
    {
      Source: 'no-reply@rollcall.example',
      ReplyToAddresses: ['support@rollcall.example'],
      ConfigurationSetName: 'rollcall-dev',
      Destination: { ToAddresses: ['ana@example.com'] },
      Message: {
        Subject: { Data: 'Acceso a Añil', Charset: 'UTF-8' },
        Body: {
          Html: { Data: '<p>Hola</p>', Charset: 'UTF-8' },
          Text: { Data: 'Hola', Charset: 'UTF-8' },
        },
      },
    },
  ]);
});

it.each([
  'MessageRejected',
  'MailFromDomainNotVerifiedException',
  'AccountSendingPausedException',
  'AccessDenied',
])('blames the mail service, not the user, for %s', async (name) => {
  ses.on(SendEmailCommand).rejects(named(name));
  await expect(mailer.send(mail)).rejects.toThrow(MailNotSent);
});

it('is refused when SES will not have the address, in words without it', async () => {
  ses.on(SendEmailCommand).rejects(named('InvalidParameterValue'));
  const refusal = await mailer.send(mail).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(IdentityRefused);
  expect(String(refusal)).not.toContain('ana@');
});

it('leaves what may pass to the retry, and hides no other error', async () => {
  ses.on(SendEmailCommand).rejects(named('Throttling'));
  const throttled = await mailer.send(mail).catch((thrown: unknown) => thrown);
  expect(isRetryable(throttled)).toBe(true);
  ses.on(SendEmailCommand).rejects(named('SomethingElse'));
  await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'SomethingElse' });
});
