import type { CustomMessageTriggerEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';

vi.stubEnv('CONSOLE_URL', 'https://console.example.com');
vi.stubEnv('INVITATION_VALIDITY_DAYS', '7');
const { handler } = await import('../../../functions/identity/cognito-mail.ts');

type Event = Extract<CustomMessageTriggerEvent, { triggerSource: 'CustomMessage_AdminCreateUser' }>;
type ResetEvent = Extract<CustomMessageTriggerEvent, { triggerSource: 'CustomMessage_ForgotPassword' }>;

const event = (more: Partial<Event['request']> = {}): Event => ({
  version: '1',
  region: 'us-east-1',
  userPoolId: 'us-east-1_pool',
  userName: 'usr_1',
  callerContext: { awsSdkVersion: '3', clientId: 'x' },
  triggerSource: 'CustomMessage_AdminCreateUser',
  request: {
    userAttributes: { locale: 'en', given_name: 'Ana' },
    codeParameter: '{####}',
    linkParameter: '{##x##}',
    usernameParameter: '{username}',
    clientMetadata: { accountName: 'Acme' },
    ...more,
  },
  response: { smsMessage: null, emailMessage: null, emailSubject: null },
});

describe('X-7 the message that Cognito sends', () => {
  it('is the invitation, with both places that Cognito fills in', async () => {
    const { response } = await handler(event());
    expect(response.emailSubject).toBe('Your login at Acme');
    for (const part of ['{username}', '{####}', 'Ana', 'https://console.example.com/welcome#', '7 days']) {
      expect(response.emailMessage).toContain(part);
    }
    expect(response.smsMessage).toBeNull();
  });

  it('is in the user’s language', async () => {
    const { response } = await handler(event({ userAttributes: { locale: 'es-MX', given_name: 'Ana' } }));
    expect(response.emailSubject).toBe('Su acceso a Acme');
  });

  it('does with what Cognito leaves out', async () => {
    const { clientMetadata: _, ...request } = event().request;
    const { response } = await handler({ ...event(), request: { ...request, userAttributes: {} } });
    expect(response.emailSubject).toBe('Your login at Rollcall');
    expect(response.emailMessage).not.toContain('undefined');
  });

  it('stays as it is for every other occasion', async () => {
    const other = { ...event(), triggerSource: 'CustomMessage_VerifyUserAttribute' } as const;
    expect(await handler(other)).toBe(other);
  });
});

describe('the message for a forgotten password', () => {
  const reset = (userAttributes: Record<string, string>): ResetEvent => ({
    ...event(),
    triggerSource: 'CustomMessage_ForgotPassword',
    request: {
      userAttributes,
      codeParameter: '{####}',
      linkParameter: '{##x##}',
      // Cognito has no place for the user name in this one.
      usernameParameter: null,
    },
  });

  it('leads to the reset page as this user, and holds the code to be typed as well', async () => {
    const { response } = await handler(reset({ locale: 'en', given_name: 'Ana' }));
    expect(response.emailSubject).toBe('Choose a new password');
    expect(response.emailMessage).toContain('https://console.example.com/reset#u=usr_1&amp;c={####}"');
    expect(response.emailMessage?.split('{####}')).toHaveLength(3);
    expect(response.emailMessage).toContain('Hello Ana,');
  });

  it('is in the user’s language, also where Cognito knows no name', async () => {
    const { response } = await handler(reset({ locale: 'es-MX' }));
    expect(response.emailSubject).toBe('Elija una contraseña nueva');
    expect(response.emailMessage).toContain('<p>Hola:</p>');
  });
});
