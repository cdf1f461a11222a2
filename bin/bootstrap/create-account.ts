import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type CreateAccountAnswer, createAccountAnswer } from '../../core/contract/create-account.ts';
import type { BootstrapRequest } from './options.ts';

type Refusal = Extract<CreateAccountAnswer, { refused: unknown }>['refused'];

/** What became of the request. `lost`: it may have been done or not. */
export type Answer =
  | { outcome: 'made'; userId: string; runId: string }
  | ({ outcome: 'refused' } & Refusal)
  | { outcome: 'lost'; reason: string };

/** The function was certainly not invoked. */
export class NotAsked extends Error {}

/** Longer than the function itself may take. */
const TIMEOUT_MILLISECONDS = 60_000;

/** Invokes the stage's create-account function. Throws `NotAsked`. */
export const createAccountIn = async (
  region: string,
  functionName: string,
  request: BootstrapRequest,
): Promise<Answer> => {
  const client = new LambdaClient({ region, requestHandler: { requestTimeout: TIMEOUT_MILLISECONDS } });
  try {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(request) }),
    );
    const payload = Payload?.transformToString() ?? '';
    if (FunctionError !== undefined) return { outcome: 'lost', reason: `${functionName} failed: ${payload}` };
    const answer = createAccountAnswer.parse(JSON.parse(payload));
    if ('refused' in answer) return { outcome: 'refused', ...answer.refused };
    return { outcome: 'made', userId: answer.userId, runId: answer.runId };
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
