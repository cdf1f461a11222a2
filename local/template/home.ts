import type { ResolvedResource, ResolvedStack } from './resolve.ts';
import { type HostedProperties, type HostedType, IGNORED_TYPES, propertySchemas } from './resource-types.ts';

/** A resource of the home region, its properties parsed. `ref` and `attributes` are what others call it by. */
export interface Hosted<Type extends HostedType> {
  readonly logicalId: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: HostedProperties[Type];
  /** Directories of the stack's file assets by object key. */
  readonly assets: ReadonlyMap<string, string>;
}

/** All that is hosted: the region of the user pool, and what the templates declare there, and for its mail. */
export interface Home {
  readonly region: string;
  readonly account: string;
  readonly all: <Type extends HostedType>(type: Type) => readonly Hosted<Type>[];
  readonly only: <Type extends HostedType>(type: Type) => Hosted<Type>;
}

const isHosted = (type: string): boolean => Object.hasOwn(propertySchemas, type);

/** An unknown type is an error, so that nothing a template declares is silently not there. */
const refuseUnknownTypes = (stacks: readonly ResolvedStack[]): void => {
  for (const { name, resources } of stacks) {
    for (const { type, logicalId } of resources) {
      if (!isHosted(type) && !IGNORED_TYPES.has(type)) {
        throw new Error(`${name}: ${type} (${logicalId}) is not hosted by the embedded cloud`);
      }
    }
  }
};

const parsed = <Type extends HostedType>(
  type: Type,
  { logicalId, ref, attributes, properties }: ResolvedResource,
  assets: ReadonlyMap<string, string>,
): Hosted<Type> => {
  const result = propertySchemas[type].safeParse(properties);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`${type} (${logicalId}): ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return { logicalId, ref, attributes, properties: result.data, assets };
};

const has = ({ resources }: ResolvedStack, sought: string): boolean =>
  resources.some(({ type }) => type === sought);

/**
 * Everything in the region of the user pool is hosted: the directory and the home location. So is what deals with mail,
 * which may be sent from elsewhere. The other locations are the same templates again, so it is enough that they resolve.
 */
export const readHome = (stacks: readonly ResolvedStack[]): Home => {
  const directory = stacks.find((stack) => has(stack, 'AWS::Cognito::UserPool'));
  if (directory === undefined) throw new Error('no stack of the cloud assembly has a user pool');
  const hosted = stacks.filter(
    (stack) => stack.region === directory.region || has(stack, 'AWS::SES::ConfigurationSet'),
  );
  refuseUnknownTypes(stacks);
  const all: Home['all'] = (type) =>
    hosted.flatMap(({ resources, assets }) =>
      resources
        .filter((resource) => resource.type === type)
        .map((resource) => parsed(type, resource, assets)),
    );
  return {
    region: directory.region,
    account: directory.account,
    all,
    only: (type) => {
      const [first, ...others] = all(type);
      if (first === undefined || others.length > 0) {
        throw new Error(`the home region must have exactly one ${type}, not ${all(type).length}`);
      }
      return first;
    },
  };
};

/** The browser signs in by SRP; the second app client, for API users, does not. */
export const consoleClientOf = (home: Home): string => {
  const client = home
    .all('AWS::Cognito::UserPoolClient')
    .find(({ properties }) => properties.ExplicitAuthFlows.includes('ALLOW_USER_SRP_AUTH'));
  if (client === undefined) throw new Error('no app client of the user pool allows ALLOW_USER_SRP_AUTH');
  return client.ref;
};
