import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';

vi.stubEnv('TABLE_NAME', 'rollcall-test');
vi.stubEnv('HOME_REGION', 'us-east-1');
const { handler } = await import('../../../functions/onboarding/park-run.ts');

const table = mockClient(DynamoDBDocumentClient);
const input = { accountId: newId('account'), runId: newId('run'), attempt: 2 };
const causeOf = (errorMessage: string) => JSON.stringify({ errorType: 'x', errorMessage, trace: [] });

/** The failure that is stored for what the state machine caught. */
const failureAfter = async (failures: unknown): Promise<unknown> => {
  table.reset();
  table.on(UpdateCommand).resolves({});
  await handler({ ...input, ...(failures !== undefined && { failures }) }, { awsRequestId: 'request-1' });
  const { Key, ExpressionAttributeValues = {} } = table.commandCalls(UpdateCommand)[0]?.args[0].input ?? {};
  expect(Key).toEqual({ pk: `RUNS#${input.accountId}`, sk: input.runId });
  expect(ExpressionAttributeValues[':attempt']).toBe(2);
  return ExpressionAttributeValues[':failure'];
};

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('X-1 parking a run', () => {
  it('keeps the state that failed, the stable name and the words that a step gave', async () => {
    const failures = {
      AssignLicenses: { Error: 'no-free-seat', Cause: causeOf('No free license of: lmp.') },
    };
    expect(await failureAfter(failures)).toEqual({
      step: 'AssignLicenses',
      code: 'no-free-seat',
      detail: 'No free license of: lmp.',
    });
  });

  it('calls what did not pass, though it was tried again, busy', async () => {
    const failures = { CreateProfile: { Error: 'transient', Cause: causeOf('x') } };
    expect(await failureAfter(failures)).toMatchObject({ step: 'CreateProfile', code: 'busy' });
  });

  it.each(['States.Timeout', 'Lambda.Unknown', 'Runtime.ExitError', 'toString'])(
    'calls %s interrupted, and names it for the operator without what Lambda quotes',
    async (name) => {
      const failures = { Activate: { Error: name, Cause: causeOf('ana@example.com') } };
      expect(await failureAfter(failures)).toEqual({
        step: 'Activate',
        code: 'interrupted',
        detail: `The state machine caught ${name}.`,
      });
    },
  );

  it('does with a cause that cannot be read, and with none', async () => {
    expect(await failureAfter({ SetMessaging: { Error: 'busy', Cause: 'no JSON' } })).toMatchObject({
      detail: '',
    });
    expect(await failureAfter({ SetMessaging: { Error: 'busy' } })).toMatchObject({ detail: '' });
    expect(await failureAfter(undefined)).toMatchObject({ step: 'Activate', code: 'interrupted' });
  });

  it('throws when the store does, so that it is tried again', async () => {
    table.reset();
    table.on(UpdateCommand).rejects(new Error('down'));
    await expect(handler(input, { awsRequestId: 'request-1' })).rejects.toMatchObject({
      name: 'interrupted',
    });
  });
});
