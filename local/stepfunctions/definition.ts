import * as z from 'zod';

/** Node's timers end at 2³¹ ms; a task without a timeout gets this one (24 days) in place of Amazon's 3 years. */
const LONGEST_TIMEOUT_SECONDS = 2_147_483;

/** A task names its function; `arn:aws:states:::lambda:invoke`, which wraps request and answer, is not known here. */
const FUNCTION_ARN = /^arn:aws:lambda:[^:]+:\d+:function:/;

const catcherSchema = z.looseObject({ ResultPath: z.string().nullish() });

const stateSchema = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  TimeoutSeconds: z.number().optional(),
  TimeoutSecondsPath: z.string().optional(),
  HeartbeatSeconds: z.number().optional(),
  ResultPath: z.string().nullish(),
  Parameters: z.unknown().optional(),
  QueryLanguage: z.string().optional(),
  Assign: z.unknown().optional(),
  Catch: z.array(catcherSchema).optional(),
});

const definitionSchema = z.looseObject({
  StartAt: z.string(),
  QueryLanguage: z.string().optional(),
  TimeoutSeconds: z.number().optional(),
  States: z.record(z.string(), stateSchema),
});

type State = z.infer<typeof stateSchema>;

export type Definition = z.infer<typeof definitionSchema>;

/** What the engine would pass over in silence or cannot know, and AWS would not. */
const refuseUnsupported = (name: string, state: State): void => {
  const refuse = (what: string): never => {
    throw new Error(`state ${name}: ${what} is not hosted by the embedded cloud`);
  };
  if (state.QueryLanguage === 'JSONata') refuse('JSONata');
  if (state.Assign !== undefined) refuse('Assign');
  if (state.HeartbeatSeconds !== undefined) refuse('HeartbeatSeconds');
  if (!['Task', 'Pass', 'Wait', 'Choice', 'Succeed', 'Fail'].includes(state.Type))
    refuse(`a ${state.Type} state`);
  if (state.Type === 'Task' && !FUNCTION_ARN.test(state.Resource ?? '')) {
    refuse(`the resource ${state.Resource}`);
  }
  const [unknown] = JSON.stringify(state).match(/\$\$\.(State\.(?!Name\b)\w+|Task\.\w+|Map\.\w+)/) ?? [];
  if (unknown !== undefined) refuse(`the context ${unknown}`);
};

/** The engine has no `$$.State.Name`; but every state knows its own, so it can be written in. */
const writeInName = (value: unknown, stateName: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => writeInName(item, stateName));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key.endsWith('.$') && inner === '$$.State.Name'
        ? [key.slice(0, -2), stateName]
        : [key, writeInName(inner, stateName)],
    ),
  );
};

/** `$` as a result path means the whole: what leaving it out means. The engine would make a field named `$`. */
const withoutRootPath = <Holder extends { ResultPath?: string | null | undefined }>(
  holder: Holder,
): Holder => {
  if (holder.ResultPath !== '$') return holder;
  const { ResultPath: _, ...rest } = holder;
  return { ...holder, ...rest, ResultPath: undefined };
};

const adaptState = (name: string, state: State): State => {
  refuseUnsupported(name, state);
  const adapted = JSON.parse(
    JSON.stringify({
      ...withoutRootPath(state),
      ...(state.Parameters !== undefined && { Parameters: writeInName(state.Parameters, name) }),
      ...(state.Catch && { Catch: state.Catch.map(withoutRootPath) }),
    }),
  );
  const parsed = stateSchema.parse(adapted);
  if (state.Type !== 'Task' || state.TimeoutSecondsPath !== undefined) return parsed;
  // The engine's own default would end a task after a minute; on AWS there is none.
  const timeout = Math.min(state.TimeoutSeconds ?? LONGEST_TIMEOUT_SECONDS, LONGEST_TIMEOUT_SECONDS);
  return { ...parsed, TimeoutSeconds: timeout };
};

/** Reads a state machine's definition and makes up for where the engine differs from AWS. Throws on what it lacks. */
export const readDefinition = (json: string): Definition => {
  const definition = definitionSchema.parse(JSON.parse(json));
  if (definition.QueryLanguage === 'JSONata') throw new Error('JSONata is not hosted by the embedded cloud');
  return {
    ...definition,
    States: Object.fromEntries(
      Object.entries(definition.States).map(([name, state]) => [name, adaptState(name, state)]),
    ),
  };
};
