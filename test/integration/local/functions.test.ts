import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  InvalidRequestContentException,
  InvokeCommand,
  LambdaClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-lambda';
import { describe, expect, it, vi } from 'vitest';
import { clientOptions, PROBE, useFixtureCloud } from './fixture/fixture.ts';

const cloud = useFixtureCloud();
const tell = (order: object) => cloud().invoke(PROBE, order);

describe('a function in the embedded cloud', () => {
  it('is told its name, its request and its remaining time', async () => {
    const context = await tell({ do: 'context' });
    expect(context).toMatchObject({
      functionName: PROBE,
      functionVersion: '$LATEST',
      invokedFunctionArn: `arn:aws:lambda:eu-west-1:000000000000:function:${PROBE}`,
      memoryLimitInMB: '128',
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(context).toHaveProperty(
      'remaining',
      expect.toSatisfy((left: number) => left > 2_000 && left <= 3_000),
    );
  });

  it('sees the variables of its template, the console of this machine, and no other', async () => {
    process.env.DEVELOPERS_SECRET = 'not for functions';
    const environment = await tell({ do: 'environment' });
    expect(environment).toMatchObject({
      TABLE_NAME: 'fixture',
      CONSOLE_URL: cloud().consoleUrl,
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL_DYNAMODB: cloud().endpoints.dynamodb,
      AWS_LAMBDA_FUNCTION_NAME: PROBE,
    });
    expect(environment).not.toHaveProperty('DEVELOPERS_SECRET');
    expect(environment).not.toHaveProperty('PATH');
  });

  it('stays loaded from one request to the next', async () => {
    const first = await tell({ do: 'context' });
    const second = await tell({ do: 'context' });
    expect(second).toMatchObject({ calls: Reflect.get(Object(first), 'calls') + 1 });
  });

  it('answers several requests at a time', async () => {
    const before = Date.now();
    await Promise.all([1, 2, 3, 4, 5].map(() => tell({ do: 'sleep', milliseconds: 600 })));
    expect(Date.now() - before).toBeLessThan(1_800);
  });

  it('answers null for nothing', async () => {
    expect(await tell({ do: 'undefined' })).toBeNull();
  });

  it('fails with the type and the words of what it throws', async () => {
    await expect(tell({ do: 'throw' })).rejects.toMatchObject({ name: 'TypeError', message: 'as told' });
    await expect(tell({ do: 'throw-text' })).rejects.toMatchObject({ name: 'string', message: 'a text' });
  });

  it('writes to the logs', async () => {
    await expect(tell({ do: 'throw' })).rejects.toThrow();
    await vi.waitFor(() => {
      const lines = cloud()
        .logs()
        .filter((entry) => entry.function === PROBE)
        .map(({ line }) => line);
      expect(lines).toContainEqual(expect.stringContaining('about to throw'));
      expect(lines).toContainEqual(expect.stringContaining('INVOKE_ERROR'));
    });
  });

  it('that ends its process fails, and is there again for the next request', async () => {
    await expect(tell({ do: 'exit' })).rejects.toMatchObject({
      name: 'Runtime.ExitError',
      message: expect.stringMatching(/exited with error: exit status 3$/),
    });
    expect(await tell({ do: 'answer', input: 'back' })).toBe('back');
  });

  it('that answers more than 6 MB fails', async () => {
    await expect(tell({ do: 'huge' })).rejects.toMatchObject({ name: 'Function.ResponseSizeTooLarge' });
  });
});

describe('a function that takes longer than its timeout', () => {
  const timedOut = {
    name: 'Sandbox.Timedout',
    message: expect.stringMatching(/Task timed out after 3\.00 seconds$/),
  };

  it('fails, and lets the other requests finish', async () => {
    const slow = tell({ do: 'sleep', milliseconds: 60_000 });
    const other = new Promise((resolve) => setTimeout(resolve, 2_000)).then(() =>
      tell({ do: 'sleep', milliseconds: 2_000 }),
    );
    await expect(slow).rejects.toMatchObject(timedOut);
    expect(await tell({ do: 'answer', input: 'next' })).toBe('next');
    expect(await other).toEqual({ slept: 2_000 });
  });

  it('fails even when it never gives up the processor', async () => {
    await expect(tell({ do: 'block' })).rejects.toMatchObject(timedOut);
    expect(await tell({ do: 'answer', input: 'next' })).toBe('next');
  });
});

describe("Lambda's Invoke call", () => {
  const client = () => new LambdaClient(clientOptions(cloud().endpoints.lambda));
  const send = (FunctionName: string, order: object) =>
    client().send(new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(order)) }));
  const text = (payload: Uint8Array | undefined) => Buffer.from(payload ?? []).toString();

  it('takes a name, an ARN, or either with a version', async () => {
    const arn = `arn:aws:lambda:eu-west-1:000000000000:function:${PROBE}`;
    for (const name of [PROBE, arn, `${arn}:$LATEST`, `000000000000:function:${PROBE}`]) {
      const { StatusCode, Payload } = await send(name, { do: 'answer', input: { a: 1 } });
      expect([StatusCode, text(Payload)]).toEqual([200, '{"a":1}']);
    }
  });

  it('marks what a function threw as a function error', async () => {
    const { StatusCode, FunctionError, Payload } = await send(PROBE, { do: 'throw' });
    expect([StatusCode, FunctionError]).toEqual([200, 'Unhandled']);
    const { trace, ...error } = JSON.parse(text(Payload));
    expect(error).toEqual({ errorType: 'TypeError', errorMessage: 'as told' });
    expect(trace[0]).toBe('TypeError: as told');
  });

  it('accepts an event without waiting for it', async () => {
    const before = Date.now();
    const { StatusCode, Payload } = await client().send(
      new InvokeCommand({
        FunctionName: PROBE,
        InvocationType: 'Event',
        Payload: Buffer.from('{"do":"sleep","milliseconds":2500}'),
      }),
    );
    expect([StatusCode, text(Payload)]).toEqual([202, '']);
    expect(Date.now() - before).toBeLessThan(2_000);
  });

  it('takes signed calls only, as a page in the browser could not make them', async () => {
    for (const url of [
      `${cloud().endpoints.lambda}/2015-03-31/functions/${PROBE}/invocations`,
      cloud().endpoints.stepFunctions,
    ]) {
      const response = await fetch(url, { method: 'POST', body: '{"do":"answer"}' });
      expect([response.status, await response.json()]).toEqual([
        403,
        { __type: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' },
      ]);
    }
  });

  it('refuses an unknown function and a payload that is no JSON', async () => {
    await expect(send('nobody', {})).rejects.toBeInstanceOf(ResourceNotFoundException);
    await expect(
      client().send(new InvokeCommand({ FunctionName: PROBE, Payload: Buffer.from('{') })),
    ).rejects.toBeInstanceOf(InvalidRequestContentException);
  });
});

describe("a function behind the table's stream", () => {
  it('is called for what its filter lets through, and what it fails at is set aside for all to see', async () => {
    const dynamodb = new DynamoDBClient(clientOptions(cloud().endpoints.dynamodb));
    for (const [pk, sk] of [
      ['watched', 'first'],
      ['other', 'unseen'],
      ['watched', 'poison'],
      ['watched', 'last'],
    ] as const) {
      await dynamodb.send(
        new PutItemCommand({ TableName: 'fixture', Item: { pk: { S: pk }, sk: { S: sk } } }),
      );
    }
    dynamodb.destroy();
    const followed = () =>
      cloud()
        .logs()
        .filter((entry) => entry.function === 'fixture-follow' && entry.line.includes('followed '));
    await vi.waitFor(() => expect(followed().at(-1)?.line).toContain('last'), { timeout: 10_000 });
    expect(followed().some(({ line }) => line.includes('unseen'))).toBe(false);
    await vi.waitFor(() => expect(cloud().setAside()).toHaveLength(1), { timeout: 5_000 });
    const [message] = cloud().setAside();
    expect(message?.queue).toBe('fixture-set-aside');
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      requestContext: {
        functionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:fixture-follow:$LATEST',
      },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });
});
