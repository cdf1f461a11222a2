import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { inject } from 'vitest';
import type { CloudAddresses } from '../../local/addresses.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { OfficeCloud } from './office.ts';

/** What one process can tell another of a cloud. */
export type SharedCloud = CloudAddresses & Pick<Cloud, 'environment'>;

/**
 * A cloud that other test files use at the same time, which saves each of them starting one: for tests that look only at
 * the accounts they have opened themselves.
 */
export const useSharedCloud = (): (() => OfficeCloud & SharedCloud) => {
  const cloud = inject('sharedCloud');
  const { AWS_ENDPOINT_URL_LAMBDA: endpoint = '' } = cloud.environment;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const lambda = new LambdaClient({ endpoint, region: cloud.region, credentials });
  const invoke: Cloud['invoke'] = async (functionName, payload) => {
    const { Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) }),
    );
    const text = Payload?.transformToString() ?? 'null';
    if (FunctionError !== undefined) throw new Error(`${functionName} failed: ${text}`);
    return JSON.parse(text);
  };
  return () => ({ ...cloud, invoke });
};
