import * as z from 'zod/mini';

/** What a function's thread is told when it starts. */
export const threadDataSchema = z.object({
  /** Directory of the bundle. */
  directory: z.string(),
  /** `file.export`, as in the template. */
  handler: z.string(),
  logFormat: z.enum(['JSON', 'Text']),
});

/** One request. `event` is JSON text, as it travels on AWS: no value survives here that would not survive there. */
export const requestSchema = z.object({
  id: z.string(),
  event: z.string(),
  deadlineMilliseconds: z.number(),
  context: z.object({
    functionName: z.string(),
    functionVersion: z.string(),
    invokedFunctionArn: z.string(),
    memoryLimitInMB: z.string(),
    awsRequestId: z.string(),
    logGroupName: z.string(),
    logStreamName: z.string(),
  }),
});

/** The error document Lambda answers with. */
const functionErrorSchema = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.optional(z.array(z.string())),
});

export const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('not-loaded'), error: functionErrorSchema }),
  z.object({ kind: z.literal('returned'), id: z.string(), payload: z.string() }),
  z.object({ kind: z.literal('threw'), id: z.string(), error: functionErrorSchema }),
]);

export type ThreadData = z.infer<typeof threadDataSchema>;
export type Request = z.infer<typeof requestSchema>;
export type FunctionError = z.infer<typeof functionErrorSchema>;
export type Report = z.infer<typeof reportSchema>;
