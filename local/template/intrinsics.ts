import type { Identity } from './identifiers.ts';

/** What an intrinsic function may ask of the stack it stands in. */
export interface Scope {
  readonly where: string;
  readonly resolve: (value: unknown) => unknown;
  readonly ref: (name: string) => unknown;
  readonly identity: (logicalId: string) => Identity;
  readonly condition: (name: string) => boolean;
  readonly mapping: (path: readonly string[]) => unknown;
  readonly outputOf: (stackName: string, outputName: string, region: string | undefined) => unknown;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fail = (scope: Scope, name: string, argument: unknown): never => {
  throw new Error(`${scope.where}: cannot resolve ${name} ${JSON.stringify(argument)}`);
};

const text = (scope: Scope, value: unknown): string => {
  const resolved = scope.resolve(value);
  return typeof resolved === 'string' || typeof resolved === 'number' || typeof resolved === 'boolean'
    ? String(resolved)
    : fail(scope, 'a text out of', value);
};

const list = (scope: Scope, value: unknown): readonly unknown[] => {
  const resolved = scope.resolve(value);
  return Array.isArray(resolved) ? resolved : fail(scope, 'a list out of', value);
};

const pair = (scope: Scope, name: string, argument: unknown): readonly [unknown, unknown] =>
  Array.isArray(argument) && argument.length === 2 ? [argument[0], argument[1]] : fail(scope, name, argument);

/** Written as a list, or (inside `Fn::Sub`) as `LogicalId.Attribute`; an attribute's name may hold dots itself. */
const getAttribute = (scope: Scope, argument: unknown): unknown => {
  const [logicalId, ...name] = typeof argument === 'string' ? argument.split('.') : list(scope, argument);
  return (
    scope.identity(text(scope, logicalId)).attributes[name.join('.')] ?? fail(scope, 'Fn::GetAtt', argument)
  );
};

const substitute = (scope: Scope, argument: unknown): string => {
  const [template, variables] =
    typeof argument === 'string' ? [argument, {}] : pair(scope, 'Fn::Sub', argument);
  if (typeof template !== 'string' || !isRecord(variables)) return fail(scope, 'Fn::Sub', argument);
  return template.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (Object.hasOwn(variables, name)) return text(scope, variables[name]);
    return text(scope, name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name });
  });
};

type Intrinsic = (scope: Scope, argument: unknown) => unknown;

const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', (scope, name) => (typeof name === 'string' ? scope.ref(name) : fail(scope, 'Ref', name))],
  ['Condition', (scope, name) => scope.condition(text(scope, name))],
  ['Fn::GetAtt', getAttribute],
  ['Fn::Sub', substitute],
  [
    'Fn::Join',
    (scope, argument) => {
      const [separator, parts] = pair(scope, 'Fn::Join', argument);
      return list(scope, parts)
        .map((part) => text(scope, part))
        .join(text(scope, separator));
    },
  ],
  [
    'Fn::Select',
    (scope, argument) => {
      const [index, values] = pair(scope, 'Fn::Select', argument);
      return list(scope, values)[Number(text(scope, index))] ?? fail(scope, 'Fn::Select', argument);
    },
  ],
  [
    'Fn::Split',
    (scope, argument) => {
      const [separator, value] = pair(scope, 'Fn::Split', argument);
      return text(scope, value).split(text(scope, separator));
    },
  ],
  [
    // The weak references of CDK 2.2xx: they name another stack's output, in any region.
    'Fn::GetStackOutput',
    (scope, argument) =>
      isRecord(argument)
        ? scope.outputOf(
            text(scope, argument.StackName),
            text(scope, argument.OutputName),
            argument.Region === undefined ? undefined : text(scope, argument.Region),
          )
        : fail(scope, 'Fn::GetStackOutput', argument),
  ],
  [
    'Fn::FindInMap',
    (scope, argument) =>
      Array.isArray(argument)
        ? scope.mapping(argument.map((part) => text(scope, part)))
        : fail(scope, 'Fn::FindInMap', argument),
  ],
  [
    'Fn::If',
    (scope, argument) =>
      Array.isArray(argument) && typeof argument[0] === 'string' && argument.length === 3
        ? scope.resolve(scope.condition(argument[0]) ? argument[1] : argument[2])
        : fail(scope, 'Fn::If', argument),
  ],
  [
    'Fn::Equals',
    (scope, argument) => {
      const [left, right] = pair(scope, 'Fn::Equals', argument);
      return text(scope, left) === text(scope, right);
    },
  ],
  ['Fn::And', (scope, argument) => list(scope, argument).every((value) => value === true)],
  ['Fn::Or', (scope, argument) => list(scope, argument).some((value) => value === true)],
  ['Fn::Not', (scope, argument) => list(scope, argument)[0] !== true],
  ['Fn::ToJsonString', (scope, argument) => JSON.stringify(scope.resolve(argument))],
  ['Fn::Base64', (scope, argument) => Buffer.from(text(scope, argument)).toString('base64')],
]);

/**
 * Resolves intrinsic functions all the way down. What resolves to nothing (`AWS::NoValue`) is left out, as
 * CloudFormation does. An intrinsic that is not known here is an error: a template must never be half understood.
 */
export const resolveIn = (scope: Scope, value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map((item) => resolveIn(scope, item)).filter((item) => item !== undefined);
  }
  if (!isRecord(value)) return value;
  const [only, ...others] = Object.entries(value);
  if (only !== undefined && others.length === 0) {
    const [name, argument] = only;
    const intrinsic = INTRINSICS.get(name);
    if (intrinsic !== undefined) return intrinsic(scope, argument);
    if (name.startsWith('Fn::')) return fail(scope, name, argument);
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, resolveIn(scope, inner)] as const)
      .filter(([, inner]) => inner !== undefined),
  );
};
