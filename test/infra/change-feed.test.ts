import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { CHANGE_PATTERNS } from '../../core/contract/change-patterns.ts';
import { DirectoryTable } from '../../lib/constructs/directory-table.ts';
import { flat, onlyOne, type Resource, resourcesOf, synthesized } from './synthesized.ts';

const { directory } = synthesized;
const mapping = () => onlyOne(directory, 'AWS::Lambda::EventSourceMapping').Properties;
const [tableId = ''] = Object.keys(resourcesOf(directory, 'AWS::DynamoDB::GlobalTable'));
const [queueId = ''] = Object.keys(resourcesOf(directory, 'AWS::SQS::Queue'));
const alarm = (name: string): Resource['Properties'] =>
  Object.values(resourcesOf(directory, 'AWS::CloudWatch::Alarm')).find(
    ({ Properties }) => Properties.AlarmName === name,
  )?.Properties;

describe('the stream', () => {
  const NEW_AND_OLD_IMAGES = { StreamViewType: 'NEW_AND_OLD_IMAGES' };

  it('tells items as they were and as they are', () => {
    expect(onlyOne(directory, 'AWS::DynamoDB::GlobalTable').Properties.StreamSpecification).toEqual(
      NEW_AND_OLD_IMAGES,
    );
  });

  it('is there without replicas too', () => {
    const stack = new Stack(new App(), 'Alone', { env: { region: 'us-east-1' } });
    new DirectoryTable(stack, 'Table', { stage: 'dev', replicaRegions: [] });
    Template.fromStack(stack).hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      StreamSpecification: NEW_AND_OLD_IMAGES,
    });
  });

  it('is read once, at home, by one function', () => {
    expect(flat(mapping().EventSourceArn)).toBe(`\${${tableId}.StreamArn}`);
    const { Ref: reader } = mapping().FunctionName;
    expect(resourcesOf(directory)[reader]?.Properties.FunctionName).toBe('rollcall-dev-follow-changes');
    for (const location of synthesized.locations.values()) {
      expect(resourcesOf(location, 'AWS::Lambda::EventSourceMapping')).toEqual({});
    }
  });
});

describe('a change', () => {
  it('is followed at once, from the oldest there is, in its order', () => {
    expect(mapping()).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      ParallelizationFactor: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(mapping().MaximumBatchingWindowInSeconds ?? 0).toBeLessThanOrEqual(1);
    expect(mapping().TumblingWindowInSeconds).toBeUndefined();
  });

  it('that no consumer wants costs no call', () => {
    const patterns = mapping().FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
      JSON.parse(Pattern),
    );
    expect(patterns).toEqual(CHANGE_PATTERNS);
    // Without any, every change would be a call; more than five, Lambda does not take.
    expect(patterns.length).toBeGreaterThan(0);
    expect(patterns.length).toBeLessThanOrEqual(5);
  });

  it('that fails is alone in the end, is set aside after a few tries, and before the stream forgets it', () => {
    expect(mapping()).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [queueId, 'Arn'] } } },
    });
    expect(mapping().MaximumRecordAgeInSeconds).toBeGreaterThan(12 * 3600);
    expect(mapping().MaximumRecordAgeInSeconds).toBeLessThan(24 * 3600);
  });
});

describe('what is set aside', () => {
  it('lies in a queue of a fixed name for two weeks, encrypted, reached by TLS alone', () => {
    expect(onlyOne(directory, 'AWS::SQS::Queue').Properties).toMatchObject({
      QueueName: 'rollcall-dev-set-aside',
      MessageRetentionPeriod: 14 * 24 * 3600,
      SqsManagedSseEnabled: true,
    });
    directory.hasResourceProperties('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: queueId }],
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ],
      },
    });
  });

  it('rings at the first', () => {
    expect(alarm('rollcall-dev-changes-set-aside')).toMatchObject({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queueId, 'QueueName'] } }],
      Statistic: 'Maximum',
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    });
  });
});

it('rings when changes are followed more than five minutes late', () => {
  expect(alarm('rollcall-dev-changes-late')).toMatchObject({
    Namespace: 'AWS/Lambda',
    MetricName: 'IteratorAge',
    Dimensions: [{ Name: 'FunctionName', Value: mapping().FunctionName }],
    Statistic: 'Maximum',
    Threshold: 300_000,
    ComparisonOperator: 'GreaterThanThreshold',
  });
});
