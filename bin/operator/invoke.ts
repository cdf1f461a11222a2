import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { type Refusal, refusal } from '../../core/contract/operator.ts';

/** What became of a request. `lost`: it may have been done or not. */
export type Answer<Done> =
  | { outcome: 'done'; done: Done }
  | ({ outcome: 'refused' } & Refusal['refused'])
  | { outcome: 'lost'; reason: string };

/** The function was certainly not invoked. */
export class NotAsked extends Error {}

/** Longer than the functions themselves may take. */
const TIMEOUT_MILLISECONDS = 60_000;

/** Invokes an operator's function, and reads its answer by the schema of what it does. Throws `NotAsked`. */
export const invoke = async <Done>(
  { region, functionName }: { region: string; functionName: string },
  request: object,
  done: z.core.$ZodType<Done>,
): Promise<Answer<Done>> => {
  const client = new LambdaClient({ region, requestHandler: { requestTimeout: TIMEOUT_MILLISECONDS } });
  try {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(request) }),
    );
    const payload = Payload?.transformToString() ?? '';
    if (FunctionError !== undefined) return { outcome: 'lost', reason: `${functionName} failed: ${payload}` };
    const answer: unknown = JSON.parse(payload);
    const refused = refusal.safeParse(answer);
    if (refused.success) return { outcome: 'refused', ...refused.data.refused };
    return { outcome: 'done', done: z.parse(done, answer) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const words = notAsked(name, functionName, region);
    if (words !== undefined) throw new NotAsked(words);
    return { outcome: 'lost', reason: message === '' ? name : oneLine(message) };
  } finally {
    client.destroy();
  }
};

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');

/** Words for the errors with which AWS, or the SDK before it, turns a call away. */
const notAsked = (errorName: string, functionName: string, region: string): string | undefined => {
  switch (errorName) {
    case 'ResourceNotFoundException':
      return `There is no function ${functionName} in ${region}: deploy first (npm run deploy), or correct --stage and --region.`;
    case 'CredentialsProviderError':
      return 'There are no AWS credentials: sign in to AWS as an operator first.';
    case 'ExpiredTokenException':
    case 'InvalidSignatureException':
    case 'UnrecognizedClientException':
      return 'AWS refuses the credentials: sign in to AWS again.';
    case 'AccessDeniedException':
      return `The credentials may not invoke ${functionName} in ${region} (lambda:InvokeFunction).`;
    default:
      return undefined;
  }
};
