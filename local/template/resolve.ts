import type { AssemblyStack } from './assembly.ts';
import { type Identity, identify } from './identifiers.ts';
import { isRecord, resolveIn, type Scope } from './intrinsics.ts';

/** A resource whose properties hold plain values only. */
export interface ResolvedResource extends Identity {
  readonly type: string;
  readonly logicalId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface ResolvedStack {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly resources: readonly ResolvedResource[];
  readonly assets: ReadonlyMap<string, string>;
}

interface Deployment {
  readonly stack: AssemblyStack;
  readonly scope: Scope;
}

const pseudoParameters = ({ account, region, name }: AssemblyStack): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ['AWS::AccountId', account],
    ['AWS::Region', region],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', name],
    ['AWS::StackId', `arn:aws:cloudformation:${region}:${account}:stack/${name}/local`],
    ['AWS::NotificationARNs', []],
    ['AWS::NoValue', undefined],
  ]);

/** `deployments` is the list under construction: what lies in other stacks is looked up when asked for, not before. */
const scopeOf = (stack: AssemblyStack, deployments: readonly Deployment[], apiUrl: string): Scope => {
  const named = new Map([...stack.parameters, ...pseudoParameters(stack)]);
  const missing = (what: string): never => {
    throw new Error(`${stack.name}: there is no ${what}`);
  };
  const identity = (logicalId: string): Identity => {
    const { type, properties } = stack.resources.get(logicalId) ?? missing(`resource ${logicalId}`);
    const property = (name: string): unknown => scope.resolve(properties[name]);
    const { name: stackName, region, account } = stack;
    return identify({ type, logicalId, stackName, region, account, property, apiUrl });
  };
  const scope: Scope = {
    where: stack.name,
    resolve: (value) => resolveIn(scope, value),
    ref: (name) => (named.has(name) ? named.get(name) : identity(name).ref),
    identity,
    condition: (name) => scope.resolve(stack.conditions.get(name) ?? missing(`condition ${name}`)) === true,
    mapping: (path) =>
      path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), stack.mappings) ??
      missing(`mapping ${path.join('.')}`),
    outputOf: (stackName, outputName, region = stack.region) => {
      const producer = deployments.find(
        (candidate) => candidate.stack.name === stackName && candidate.stack.region === region,
      );
      return producer?.stack.outputs.has(outputName)
        ? producer.scope.resolve(producer.stack.outputs.get(outputName))
        : missing(`output ${outputName} of ${stackName} in ${region}`);
    },
  };
  return scope;
};

const resolveResources = ({ stack, scope }: Deployment): readonly ResolvedResource[] =>
  [...stack.resources]
    .filter(([, { condition }]) => condition === undefined || scope.condition(condition))
    .map(([logicalId, { type, properties }]) => ({
      type,
      logicalId,
      ...scope.identity(logicalId),
      properties: Object.fromEntries(
        Object.entries(properties)
          .map(([name, value]) => [name, scope.resolve(value)] as const)
          .filter(([, value]) => value !== undefined),
      ),
    }));

/** Resolves every resource of every stack. Throws at the first thing that has no value. */
export const resolveStacks = (stacks: readonly AssemblyStack[], apiUrl: string): readonly ResolvedStack[] => {
  const deployments: Deployment[] = [];
  for (const stack of stacks) deployments.push({ stack, scope: scopeOf(stack, deployments, apiUrl) });
  return deployments.map((deployment) => {
    const { name, region, account, assets } = deployment.stack;
    return { name, region, account, assets, resources: resolveResources(deployment) };
  });
};
