import * as z from 'zod';
import type { Client } from './client.ts';
import { CognitoError } from './errors.ts';
import type { Pool, TriggerName } from './pool.ts';
import type { User } from './store/user.ts';

/** Runs a function. What it throws is named by Lambda's error type. */
export type Invoke = (functionArn: string, event: unknown) => Promise<unknown>;
export type ClientMetadata = Readonly<Record<string, string>>;

/** What Cognito puts for the client when an administrator's call sets a trigger off. */
const NO_CLIENT = 'CLIENT_ID_NOT_APPLICABLE';

interface TriggerCall<Response extends z.ZodType> {
  readonly trigger: TriggerName;
  /** The part of `triggerSource` behind the underscore. */
  readonly occasion: string;
  readonly user: User;
  readonly client?: Client | undefined;
  readonly request: Readonly<Record<string, unknown>>;
  readonly clientMetadata?: ClientMetadata | undefined;
  /** Which names of the response the function finds, all empty. */
  readonly response: Readonly<Record<string, null>>;
  readonly answers: Response;
}

/** A user's attributes as a trigger sees them. */
export const triggerAttributes = (user: User): Record<string, string> => ({
  sub: user.sub,
  'cognito:user_status': user.status,
  ...user.attributes,
});

/**
 * By the name of what `Invoke` throws, the words for a function that gave no answer at all. Cognito waits 5 s, three
 * times, and cannot tell a function that is gone from one it may not call. That a function broke down in its work
 * (`Runtime.ExitError`) is an answer: Cognito treats it as it treats what the function throws itself.
 */
const NO_ANSWER: ReadonlyMap<string, string> = new Map([
  ['Sandbox.Timedout', 'Socket timeout while invoking Lambda function'],
  ['UnknownFunction', 'AccessDeniedException'],
]);

const failure = (trigger: TriggerName, thrown: unknown): CognitoError => {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  const unreachable = NO_ANSWER.get(name);
  return unreachable === undefined
    ? new CognitoError(
        'UserLambdaValidationException',
        `${trigger} failed with error ${message.replace(/\.$/, '')}.`,
      )
    : new CognitoError(
        'UnexpectedLambdaException',
        `${trigger} invocation failed due to error ${unreachable}.`,
      );
};

export const createTriggers = (pool: Pool, invoke: Invoke) => ({
  /**
   * Calls the pool's function for a trigger and returns its checked `response`; undefined where the pool has none.
   * A function that throws is UserLambdaValidationException, one that gives no answer UnexpectedLambdaException, an
   * answer of the wrong shape InvalidLambdaResponseException.
   */
  call: async <Response extends z.ZodType>(
    call: TriggerCall<Response>,
  ): Promise<z.output<Response> | undefined> => {
    const functionArn = pool.LambdaConfig[call.trigger];
    if (functionArn === undefined) return undefined;
    const event = {
      version: '1',
      triggerSource: `${call.trigger}_${call.occasion}`,
      region: pool.region,
      userPoolId: pool.id,
      userName: call.user.username,
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: call.client?.id ?? NO_CLIENT },
      request: {
        userAttributes: triggerAttributes(call.user),
        ...call.request,
        ...(call.clientMetadata === undefined ? {} : { clientMetadata: call.clientMetadata }),
      },
      response: call.response,
    };
    let answer: unknown;
    try {
      answer = await invoke(functionArn, event);
    } catch (error) {
      throw failure(call.trigger, error);
    }
    const response = z.object({ response: z.unknown() }).safeParse(answer).data?.response;
    const parsed = call.answers.safeParse(response);
    if (!parsed.success) {
      throw new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
    }
    return parsed.data;
  },
});

export type Triggers = ReturnType<typeof createTriggers>;
