import { describe, expect, it } from 'vitest';
import { filesBucketName } from '../../lib/names.ts';
import { configuration, flat, onlyOne, resourcesOf, synthesized } from './synthesized.ts';

const { directory } = synthesized;
const bucket = onlyOne(directory, 'AWS::S3::Bucket');

describe('the bucket of pictures and greetings', () => {
  it('has the name that functions in every location know, once in all of AWS', () => {
    expect(flat(bucket.Properties.BucketName)).toBe(`rollcall-dev-files-\${AWS::AccountId}-us-east-1`);
    const longest = filesBucketName('x'.repeat(20), '123456789012', 'ap-southeast-1');
    expect(longest).toHaveLength(63);
    for (const template of synthesized.locations.values()) {
      const names = Object.values(resourcesOf(template, 'AWS::Lambda::Function')).flatMap(
        ({ Properties }) => Properties.Environment?.Variables?.FILES_BUCKET ?? [],
      );
      expect(names.map(flat)).toEqual([flat(bucket.Properties.BucketName)]);
    }
  });

  it('is nobody’s but ours, encrypted, and stays when the stack goes', () => {
    expect(bucket).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      },
    });
    // What is removed is gone.
    expect(bucket.Properties.VersioningConfiguration).toBeUndefined();
  });

  it('refuses whoever does not come by TLS', () => {
    const { Statement } = onlyOne(directory, 'AWS::S3::BucketPolicy').Properties.PolicyDocument;
    expect(Statement).toMatchObject([
      { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  });

  it('forgets after a day what nobody has had taken over', () => {
    expect(bucket.Properties.LifecycleConfiguration.Rules).toEqual([
      { Id: 'quarantine', Prefix: 'quarantine/', ExpirationInDays: 1, Status: 'Enabled' },
    ]);
  });

  it('lets the console’s pages alone send and show files', () => {
    expect(bucket.Properties.CorsConfiguration.CorsRules).toEqual([
      {
        AllowedOrigins: [new URL(configuration.consoleUrl).origin],
        AllowedMethods: ['POST', 'GET'],
        MaxAge: 3_600,
      },
    ]);
  });

  it('is swept every hour', () => {
    directory.hasResourceProperties('AWS::Scheduler::Schedule', {
      Name: 'rollcall-dev-sweep-files',
      ScheduleExpression: 'rate(1 hour)',
    });
  });
});
