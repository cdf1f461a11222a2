import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminGetUserCommand,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { createConfirmedUser, localPool, refusal, signInAsAdmin, TEMPORARY } from './local-pool.ts';
import { CONSOLE, POOL_ID, poolProperties } from './pool-properties.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:invitation';

/** A pool whose messages are written by a function, here a stand-in that answers `response`. */
const poolAnswering = async (respond: (event: unknown) => unknown) => {
  const calls: { arn: string; event: unknown }[] = [];
  const pool = await localPool({
    pool: { ...poolProperties, LambdaConfig: { CustomMessage: FUNCTION } },
    invoke: async (arn, event) => {
      calls.push({ arn, event });
      return respond(event);
    },
  });
  const invite = (changes: Partial<AdminCreateUserCommandInput> = {}) =>
    pool.client.send(
      new AdminCreateUserCommand({
        UserPoolId: POOL_ID,
        Username: 'usr_ann',
        TemporaryPassword: TEMPORARY,
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [
          { Name: 'email', Value: 'ann@example.com' },
          { Name: 'email_verified', Value: 'true' },
        ],
        ...changes,
      }),
    );
  return { pool, calls, invite };
};

const answering = (response: Record<string, unknown>) => (event: unknown) => ({
  ...(event as object),
  response,
});

it('the trigger is called as Cognito calls it, and its message is sent with both placeholders filled', async () => {
  const { pool, calls, invite } = await poolAnswering(
    answering({
      emailSubject: 'Join us',
      emailMessage: '<a href="/welcome#u={username}&p={####}">in</a> {####}',
    }),
  );
  const { User } = await invite({ ClientMetadata: { language: 'fr' } });
  expect(calls).toEqual([
    {
      arn: FUNCTION,
      event: {
        version: '1',
        triggerSource: 'CustomMessage_AdminCreateUser',
        region: 'us-east-1',
        userPoolId: POOL_ID,
        userName: 'usr_ann',
        callerContext: { awsSdkVersion: expect.any(String), clientId: 'CLIENT_ID_NOT_APPLICABLE' },
        request: {
          userAttributes: {
            sub: User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value,
            'cognito:user_status': 'FORCE_CHANGE_PASSWORD',
            email: 'ann@example.com',
            email_verified: 'true',
          },
          codeParameter: '{####}',
          usernameParameter: '{username}',
          clientMetadata: { language: 'fr' },
        },
        response: { smsMessage: null, emailMessage: null, emailSubject: null },
      },
    },
  ]);
  expect(pool.mails).toEqual([
    {
      from: 'Rollcall <no-reply@rollcall.test>',
      to: 'ann@example.com',
      subject: 'Join us',
      html: `<a href="/welcome#u=usr_ann&p=${TEMPORARY}">in</a> ${TEMPORARY}`,
    },
  ]);
});

it('a password made of what replace() treats as patterns arrives as it is', async () => {
  const { pool, invite } = await poolAnswering(answering({ emailMessage: '{username} {####}' }));
  const password = "Aa1-$&-$1-$'-$`-x";
  await invite({ TemporaryPassword: password });
  expect(pool.mails[0]?.html).toBe(`usr_ann ${password}`);
});

it('RESEND calls the trigger again; SUPPRESS calls nothing', async () => {
  const { pool, calls, invite } = await poolAnswering(answering({ emailMessage: '{username} {####}' }));
  await invite({ MessageAction: 'SUPPRESS' });
  expect([calls.length, pool.mails.length]).toEqual([0, 0]);
  await invite({ MessageAction: 'RESEND' });
  expect([calls.length, pool.mails.length]).toEqual([1, 1]);
});

it('where the trigger leaves the message alone, the template is sent', async () => {
  const { pool, invite } = await poolAnswering((event) => event);
  await invite();
  expect(pool.mails).toMatchObject([{ subject: 'Welcome', html: `Hello usr_ann, use ${TEMPORARY}` }]);
});

it.each(['only {username}', 'only {####}', 'neither'])(
  'an invitation that says "%s" is InvalidLambdaResponseException',
  async (emailMessage) => {
    const { pool, invite } = await poolAnswering(answering({ emailMessage }));
    await expect(invite()).rejects.toMatchObject(refusal('InvalidLambdaResponseException'));
    expect(pool.mails).toEqual([]);
  },
);

const HOLDERS = '{username} {####}';
const JOINER = '\u{200d}';
const NO_BREAK_SPACE = '\u{a0}';

it.each([
  { emailSubject: 'x'.repeat(140), emailMessage: HOLDERS },
  { emailSubject: 'Ünï 日本 हिन्दी 👋🏽 <&>\n', emailMessage: `<p>Ünï 日本 हिन्दी 👋🏽</p>\r\n\t*${HOLDERS}` },
  { emailSubject: 'x', emailMessage: HOLDERS.padEnd(20_000, 'x') },
])('a message within the limits is sent, case %#', async (response) => {
  const { pool, invite } = await poolAnswering(answering(response));
  await invite();
  expect(pool.mails).toMatchObject([{ subject: response.emailSubject }]);
});

it.each([
  ['a subject of 141', { emailSubject: 'x'.repeat(141) }, /'emailSubject' .* less than or equal to 140$/],
  ['an empty subject', { emailSubject: '' }, /'emailSubject' .* regular expression pattern/],
  ['a zero-width joiner', { emailSubject: `a${JOINER}b` }, /'emailSubject' .* regular expression pattern/],
  ['a body of 20,001', { emailMessage: HOLDERS.padEnd(20_001, 'x') }, /'emailBody' .* equal to 20000$/],
  ['a no-break space', { emailMessage: `${HOLDERS}${NO_BREAK_SPACE}` }, /'emailBody' .* expression pattern/],
  ['a control character', { emailMessage: `${HOLDERS}\0` }, /'emailBody' .* regular expression pattern/],
])('an invitation with %s is InvalidParameterException', async (_, response, message) => {
  const { pool, invite } = await poolAnswering(answering(response));
  await expect(invite()).rejects.toMatchObject(
    refusal('InvalidParameterException', expect.stringMatching(message)),
  );
  expect(pool.mails).toEqual([]);
});

it.each([null, 'text', { response: 7 }])(
  'the answer %o is InvalidLambdaResponseException',
  async (answer) => {
    const { invite } = await poolAnswering(() => answer);
    await expect(invite()).rejects.toMatchObject(
      refusal('InvalidLambdaResponseException', 'Unrecognizable lambda output'),
    );
  },
);

it('a trigger that throws is UserLambdaValidationException; the user stands and a resend invites them', async () => {
  let broken = true;
  const { pool, invite } = await poolAnswering((event) => {
    if (broken) throw new Error('No template.');
    return event;
  });
  await expect(invite()).rejects.toMatchObject(
    refusal('UserLambdaValidationException', 'CustomMessage failed with error No template.'),
  );
  await pool.client.send(new AdminGetUserCommand({ UserPoolId: POOL_ID, Username: 'usr_ann' }));
  broken = false;
  await invite({ MessageAction: 'RESEND' });
  expect(pool.mails).toHaveLength(1);
  expect((await signInAsAdmin(pool, 'usr_ann', TEMPORARY)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
});

it.each([
  ['Sandbox.Timedout', 'Socket timeout while invoking Lambda function'],
  ['UnknownFunction', 'AccessDeniedException'],
])('a trigger that gives no answer (%s) is UnexpectedLambdaException', async (name, reason) => {
  const { pool, invite } = await poolAnswering(() => {
    throw Object.assign(new Error('RequestId: 1'), { name });
  });
  await expect(invite()).rejects.toMatchObject({
    name: 'UnexpectedLambdaException',
    message: `CustomMessage invocation failed due to error ${reason}.`,
    $metadata: { httpStatusCode: 400 },
  });
  expect(pool.mails).toEqual([]);
});

it('a trigger that breaks down is UserLambdaValidationException, like one that throws', async () => {
  const { invite } = await poolAnswering(() => {
    throw Object.assign(new Error('Error: exit status 1'), { name: 'Runtime.ExitError' });
  });
  await expect(invite()).rejects.toMatchObject(
    refusal('UserLambdaValidationException', 'CustomMessage failed with error Error: exit status 1.'),
  );
});

it('a forgotten password goes through the trigger, which needs the code alone', async () => {
  const { pool, calls } = await poolAnswering(
    answering({ emailSubject: 'Code', emailMessage: 'It is {####}' }),
  );
  await createConfirmedUser(pool, 'usr_ann');
  await pool.client.send(
    new ForgotPasswordCommand({ ClientId: CONSOLE, Username: 'usr_ann', ClientMetadata: { language: 'de' } }),
  );
  expect(calls).toMatchObject([
    {
      event: {
        triggerSource: 'CustomMessage_ForgotPassword',
        callerContext: { clientId: CONSOLE },
        request: { codeParameter: '{####}', clientMetadata: { language: 'de' } },
      },
    },
  ]);
  expect(pool.mails).toMatchObject([{ subject: 'Code', html: expect.stringMatching(/^It is \d{6}$/) }]);
});

it('mail goes out with the pool’s configuration set, where it has one', async () => {
  const EmailConfiguration = { ...poolProperties.EmailConfiguration, ConfigurationSet: 'rollcall-test' };
  const pool = await localPool({ pool: { ...poolProperties, EmailConfiguration } });
  await pool.client.send(
    new AdminCreateUserCommand({
      UserPoolId: POOL_ID,
      Username: 'usr_ann',
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [{ Name: 'email', Value: 'ann@example.com' }],
    }),
  );
  expect(pool.mails).toMatchObject([{ to: 'ann@example.com', configurationSet: 'rollcall-test' }]);
});

it('mail that cannot be sent is CodeDeliveryFailureException', async () => {
  const pool = await localPool({ sendMail: () => Promise.reject(new Error('mailbox is full')) });
  const invitation = pool.client.send(
    new AdminCreateUserCommand({
      UserPoolId: POOL_ID,
      Username: 'usr_ann',
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [{ Name: 'email', Value: 'ann@example.com' }],
    }),
  );
  await expect(invitation).rejects.toMatchObject(refusal('CodeDeliveryFailureException', /mailbox is full/));
});
