import type { Matches } from '../events/pattern.ts';
import type { Home, Hosted } from '../template/home.ts';
import type { DeliveryRules } from './deliver.ts';
import { readFilters } from './filter.ts';

/** An event source mapping, with the names of what it ties together. */
export interface Mapping {
  readonly id: string;
  readonly functionArn: string;
  readonly tableName: string;
  /** As the template has it: what functions and messages are told. */
  readonly streamArn: string;
  readonly batchSize: number;
  readonly wants: Matches;
  readonly rules: DeliveryRules;
  /** The queue for what is set aside; what fails for good is only told where there is none. */
  readonly queue: string | undefined;
}

const FIRST_PAUSE_MILLISECONDS = 200;

const find = <Named>(all: readonly Named[], what: string, is: (one: Named) => boolean): Named => {
  const found = all.find(is);
  if (found === undefined) throw new Error(`${what} is not hosted by the embedded cloud`);
  return found;
};

const readMapping = (
  home: Home,
  { logicalId, properties }: Hosted<'AWS::Lambda::EventSourceMapping'>,
): Mapping => {
  const { EventSourceArn: streamArn, FunctionName, DestinationConfig } = properties;
  const destination = DestinationConfig?.OnFailure?.Destination;
  const table = find(
    home.all('AWS::DynamoDB::GlobalTable'),
    `the stream ${streamArn} of ${logicalId}`,
    ({ attributes }) => attributes.StreamArn === streamArn,
  );
  if (table.properties.StreamSpecification === undefined) {
    throw new Error(`${logicalId} reads a stream that ${table.logicalId} does not have`);
  }
  const handler = find(
    home.all('AWS::Lambda::Function'),
    `the function ${FunctionName} of ${logicalId}`,
    ({ ref, attributes }) => ref === FunctionName || attributes.Arn === FunctionName,
  );
  const queue =
    destination === undefined
      ? undefined
      : find(
          home.all('AWS::SQS::Queue'),
          `the destination ${destination} of ${logicalId}`,
          ({ attributes }) => attributes.Arn === destination,
        );
  const age = properties.MaximumRecordAgeInSeconds;
  return {
    id: logicalId,
    functionArn: handler.attributes.Arn ?? handler.ref,
    tableName: table.ref,
    streamArn,
    batchSize: properties.BatchSize,
    wants: readFilters((properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern)),
    rules: {
      reportsFailures: properties.FunctionResponseTypes.length > 0,
      bisects: properties.BisectBatchOnFunctionError,
      maximumRetries:
        properties.MaximumRetryAttempts < 0 ? Number.POSITIVE_INFINITY : properties.MaximumRetryAttempts,
      maximumAgeMilliseconds: age < 0 ? Number.POSITIVE_INFINITY : age * 1000,
      firstPauseMilliseconds: FIRST_PAUSE_MILLISECONDS,
    },
    queue: queue?.attributes.QueueName,
  };
};

/** The template's event source mappings. Throws when one is about what is not hosted, or filters in unknown ways. */
export const readMappings = (home: Home): readonly Mapping[] =>
  home
    .all('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties.Enabled)
    .map((mapping) => readMapping(home, mapping));
