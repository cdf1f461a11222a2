import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Hono } from 'hono';
import type { Cloud } from '../../../local/cloud.ts';
import { type HttpEnvironment, openDoor } from '../../../local/door.ts';
import { createGateway } from '../../../local/gateway/app.ts';
import { readFunctions } from '../../../local/lambda/from-template.ts';
import { hostFunctions } from '../../../local/lambda/functions.ts';
import { createLogs } from '../../../local/lambda/logs.ts';
import { synthesize } from '../../../local/synthesize.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readHome } from '../../../local/template/home.ts';
import { resolveStacks } from '../../../local/template/resolve.ts';
import { allItems } from '../census.ts';
import { callerOf } from '../office.ts';

const TABLE = 'rollcall-dev';
const REPLICA = 'rollcall-dev-replica';

/** What a function asked of DynamoDB. */
export interface Asked {
  /** That the request is signed for: where it would have gone. */
  region: string;
  operation: string;
  isConsistent: boolean;
}

const regionOf = (authorization = ''): string =>
  /Credential=[^/]+\/\d+\/([^/]+)\/dynamodb\//.exec(authorization)?.[1] ?? 'unsigned';

/**
 * DynamoDB in all regions: a request signed for home reaches the table, one for anywhere else its replica there, in
 * which time stands still. Keeps what it was asked.
 */
const openRegions = async ({ endpoints, region: home }: Cloud) => {
  const asked: Asked[] = [];
  const app = new Hono<HttpEnvironment>().post('*', async (c) => {
    const body = await c.req.text();
    const region = regionOf(c.req.header('authorization'));
    const operation = (c.req.header('x-amz-target') ?? '').replace(/^.*\./, '');
    asked.push({ region, operation, isConsistent: body.includes('"ConsistentRead":true') });
    const isHome = region === home;
    const answer = await fetch(endpoints.dynamodb, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': c.req.header('x-amz-target') ?? '',
        authorization: c.req.header('authorization') ?? '',
        'x-amz-date': c.req.header('x-amz-date') ?? '',
      },
      body: isHome ? body : body.replaceAll(`"${TABLE}"`, `"${REPLICA}"`),
    });
    const text = await answer.text();
    return new Response(isHome ? text : text.replaceAll(`"${REPLICA}"`, `"${TABLE}"`), {
      status: answer.status,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
    });
  });
  const door = await openDoor(0);
  door.serve(app);
  return { url: door.url, asked, stop: door.stop };
};

/** Makes the replica as the table is now. */
export const replicate = async (cloud: Cloud, client: DynamoDBClient): Promise<void> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE }));
  await client.send(
    new CreateTableCommand({
      TableName: REPLICA,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions?.filter(({ AttributeName }) =>
        Table.KeySchema?.some((key) => key.AttributeName === AttributeName),
      ),
    }),
  );
  const documents = DynamoDBDocumentClient.from(client);
  const items = await allItems(cloud);
  for (let from = 0; from < items.length; from += 25) {
    const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [REPLICA]: puts } }));
  }
};

/**
 * A second location of the cloud, in another region: its own stack's API and functions, as its template has them, on
 * the same user pool. `homeRegion` makes its functions take another region for home.
 */
export const openLocation = async (cloud: Cloud, region: string, homeRegion?: string) => {
  const regions = await openRegions(cloud);
  // The directory counts as part of the other region, so that it is that region's stack which is hosted beside it.
  const stacks = resolveStacks(readAssembly(await synthesize()), cloud.apiUrl).map((stack) =>
    stack.resources.some(({ type }) => type === 'AWS::Cognito::UserPool') ? { ...stack, region } : stack,
  );
  const there = readHome(stacks);
  const hosted = readFunctions(there, { ...cloud.endpoints, dynamodb: regions.url }, cloud.consoleUrl);
  const functions = hostFunctions(
    hosted.map((one) => ({
      ...one,
      environment: { ...one.environment, ...(homeRegion && { HOME_REGION: homeRegion }) },
    })),
    createLogs('memory'),
  );
  const issuer = {
    issuer: `https://${there.only('AWS::Cognito::UserPool').attributes.ProviderName}`,
    url: `${cloud.cognitoUrl}/${cloud.userPoolId}`,
  };
  const door = await openDoor(0);
  door.serve(createGateway(there, issuer, functions.run, () => {}));
  return {
    /** The public API there. */
    as: (accessToken: string) => callerOf({ apiUrl: door.url }, accessToken),
    /** What its functions asked of DynamoDB, in order. */
    asked: regions.asked,
    stop: async () => {
      await door.stop();
      await functions.end();
      await regions.stop();
    },
  };
};
