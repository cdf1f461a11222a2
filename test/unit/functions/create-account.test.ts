import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PRICES } from '../../ports/prices.ts';
import { cancelled } from '../adapters/table.ts';

vi.stubEnv('TABLE_NAME', 'rollcall-test');
vi.stubEnv('HOME_REGION', 'us-east-1');
vi.stubEnv('ONBOARDING_STATE_MACHINE_ARN', 'arn:aws:states:us-east-1:1:stateMachine:onboarding');
vi.stubEnv('REGIONS', JSON.stringify(['us-east-1', 'eu-west-1']));
vi.stubEnv('PRICE_LIST', JSON.stringify(PRICES));
const { handler } = await import('../../../functions/operator/create-account.ts');

const table = mockClient(DynamoDBDocumentClient);
const stepFunctions = mockClient(SFNClient);
const context = { awsRequestId: 'request-1' };

const event = (location = 'eu-west-1') => ({
  account: { name: 'Acme', pools: [{ kind: 'lmp', purchased: 3 }] },
  administrator: {
    email: 'ANA@example.com',
    loginId: 'ana',
    firstName: 'Ana',
    lastName: 'Ruiz',
    location,
  },
});

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  table.reset();
  stepFunctions.reset();
  table.on(GetCommand).resolves({});
  table.on(TransactWriteCommand).resolves({});
  stepFunctions.on(StartExecutionCommand).resolves({});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the operator’s function', () => {
  it('answers the ids of what it made, and says nothing of the person in the log', async () => {
    expect(await handler(event(), context)).toEqual({
      accountId: expect.stringMatching(/^acc_/),
      userId: expect.stringMatching(/^usr_/),
      runId: expect.stringMatching(/^run_/),
    });
    expect(stepFunctions.commandCalls(StartExecutionCommand)).toHaveLength(1);
    expect(JSON.stringify(vi.mocked(console.info).mock.calls)).not.toMatch(/ana|Ruiz/i);
  });

  it('answers every fault at once, and makes nothing', async () => {
    const { administrator } = event('mars');
    const answer = await handler({ account: { pools: [] }, administrator, extra: 1 }, context);
    expect(answer).toEqual({
      refused: {
        code: 'invalid-request',
        detail: expect.any(String),
        faults: expect.arrayContaining([
          { pointer: '/account/name', detail: 'is required' },
          { pointer: '/account/pools', detail: 'must not be empty' },
          { pointer: '/extra', detail: 'is not a field we know' },
          { pointer: '/administrator/location', detail: 'must be one of us-east-1, eu-west-1' },
        ]),
      },
    });
    expect(table.commandCalls(TransactWriteCommand)).toHaveLength(0);
  });

  it('D-31 answers why it made nothing for an email that is in use', async () => {
    table.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed', 'None', 'None', 'None'));
    expect(await handler(event(), context)).toMatchObject({
      refused: { code: 'user-exists', faults: [{ pointer: '/administrator/email' }] },
    });
  });

  it('throws what is no rule of ours, without what it quotes', async () => {
    table.on(GetCommand).rejects(new Error('no ana@example.com'));
    await expect(handler(event(), context)).rejects.toMatchObject({
      name: 'interrupted',
      message: 'The function ended unexpectedly.',
    });
    expect(JSON.stringify(vi.mocked(console.info).mock.calls)).not.toContain('ana@example.com');
  });
});
