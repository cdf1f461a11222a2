import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const USER_ID = 'usr_01j0000000000000000000000a';
const EMAIL = 'ana@example.com';

vi.stubEnv('TABLE_NAME', 'rollcall-dev');
vi.stubEnv('HOME_REGION', 'us-east-1');
const { handler } = await import('../../../functions/identity/note-bounce.ts');

const table = mockClient(DynamoDBDocumentClient);
const said = vi.spyOn(console, 'info').mockImplementation(() => {});

beforeEach(() => {
  said.mockClear();
  table.reset();
  table.on(GetCommand).resolves({ Item: { userId: USER_ID } });
  table.on(UpdateCommand).resolves({});
});

/** An event as SES's documentation shows it, of a mailbox that is not there unless told otherwise. */
const event = (
  bounce: Record<string, unknown> = {},
  mail: Record<string, unknown> = {},
): Record<string, unknown> => ({
  version: '0',
  id: '12345678-1234-1234-1234-111122223333',
  'detail-type': 'Email Bounced',
  source: 'aws.ses',
  account: '111122223333',
  time: '2026-06-01T09:00:01Z',
  region: 'us-east-1',
  resources: ['arn:aws:ses:us-east-1:111122223333:configuration-set/rollcall-dev'],
  detail: {
    eventType: 'Bounce',
    bounce: {
      feedbackId: '0100018f-example',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        {
          emailAddress: EMAIL,
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: `smtp; 550 5.1.1 user unknown: ${EMAIL}`,
        },
      ],
      timestamp: '2026-06-01T09:00:00.767Z',
      reportingMTA: 'dns; a8-96.smtp-out.amazonses.com',
      ...bounce,
    },
    mail: {
      timestamp: '2026-06-01T09:00:00.123Z',
      source: 'no-reply@rollcall.example',
      sendingAccountId: '111122223333',
      messageId: '0100018f-example',
      destination: [EMAIL],
      headersTruncated: false,
      headers: [{ name: 'To', value: EMAIL }],
      commonHeaders: { from: ['no-reply@rollcall.example'], to: [EMAIL], subject: 'Your login at Acme' },
      tags: { 'ses:configuration-set': ['rollcall-dev'], 'ses:caller-identity': ['activate'] },
      ...mail,
    },
  },
});
const handle = (given: unknown) => handler(given, { awsRequestId: 'request-1' });
const noted = () => table.commandCalls(UpdateCommand).map(({ args }) => args[0].input);
const lines = () => JSON.stringify(said.mock.calls);

describe('X-2 SES’s event of a bounce', () => {
  it('marks the user to whom the mail was, with when it was sent', async () => {
    await handle(event());
    expect(table.commandCalls(GetCommand)[0]?.args[0].input.Key).toMatchObject({ pk: `EMAIL#${EMAIL}` });
    expect(noted()).toMatchObject([
      {
        TableName: 'rollcall-dev',
        Key: { pk: `USER#${USER_ID}` },
        ExpressionAttributeValues: {
          ':at': '2026-06-01T09:00:00.123Z',
          ':stamp': { by: 'ses', channel: 'mail', requestId: 'request-1' },
        },
      },
    ]);
    expect(lines()).toContain(USER_ID);
  });

  it('counts as well when the address is on SES’s list of those that bounced before', async () => {
    await handle(event({ bounceSubType: 'OnAccountSuppressionList' }));
    expect(noted()).toHaveLength(1);
  });

  it.each(['Transient', 'Undetermined'])('changes nothing when it is %s', async (bounceType) => {
    await handle(event({ bounceType }));
    expect(table.calls()).toEqual([]);
  });

  it('knows the address in any letter case, and the time in any zone', async () => {
    await handle(event({}, { destination: ['Ana@Example.com'], timestamp: '2026-06-01T11:00:00+02:00' }));
    expect(table.commandCalls(GetCommand)[0]?.args[0].input.Key).toMatchObject({ pk: `EMAIL#${EMAIL}` });
    expect(noted()[0]?.ExpressionAttributeValues).toMatchObject({ ':at': '2026-06-01T09:00:00.000Z' });
  });

  it('does not believe a mail server that names somebody else', async () => {
    await handle(event({ bouncedRecipients: [{ emailAddress: 'victim@example.com' }] }));
    expect(table.commandCalls(GetCommand).map(({ args }) => args[0].input.Key?.pk)).toEqual([
      `EMAIL#${EMAIL}`,
    ]);
  });

  it('is passed over when nobody has the address', async () => {
    table.on(GetCommand).resolves({});
    await handle(event());
    expect(noted()).toEqual([]);
  });

  it.each([
    ['an event of another shape', { detail: { mail: { destination: [EMAIL] } } }],
    ['a mail to several, which none of ours is', event({}, { destination: [EMAIL, 'bo@example.com'] })],
  ])('fails, and says so without the address: %s', async (_what, given) => {
    await expect(handle(given)).rejects.toMatchObject({ name: 'interrupted' });
    expect(lines()).toContain('BOUNCE_NOT_NOTED');
    expect(noted()).toEqual([]);
  });

  it('never brings an address into a log', async () => {
    await handle(event());
    table.on(UpdateCommand).rejects(new Error(`no luck with ${EMAIL}`));
    await expect(handle(event())).rejects.toThrow();
    expect(said).toHaveBeenCalled();
    expect(lines()).not.toMatch(/example\.com/);
  });
});
