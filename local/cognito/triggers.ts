import * as z from 'zod';
import type { Client } from './client.ts';
import { CognitoError } from './errors.ts';
import type { Pool, TriggerName } from './pool.ts';
import type { User } from './store/user.ts';

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

export const createTriggers = (pool: Pool, invoke: Invoke) => ({
  /**
   * Calls the pool's function for a trigger and returns its checked `response`; undefined where the pool has none.
   * A function that throws is UserLambdaValidationException, an answer of the wrong shape InvalidLambdaResponseException.
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
      const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
      throw new CognitoError('UserLambdaValidationException', `${call.trigger} failed with error ${reason}.`);
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
