import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BUCKET } from '../../core/contract/bucket.ts';
import { filesBucket } from './grants.ts';

export interface FilesBucketProps {
  readonly stage: string;
  readonly region: string;
  /** Where the console is served: its pages alone may send and show files. */
  readonly consoleUrl: string;
}

/** Pictures and greetings (ADR 0022). Nobody reads it but by an address that a function has signed. */
export class FilesBucket extends Construct {
  constructor(scope: Construct, id: string, props: FilesBucketProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      bucketName: filesBucket(this, props),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // What is removed is gone: a picture that somebody wants back is uploaded again.
      versioned: false,
      cors: [
        {
          allowedOrigins: [new URL(props.consoleUrl).origin],
          allowedMethods: [HttpMethods.POST, HttpMethods.GET],
          maxAge: Duration.hours(1).toSeconds(),
        },
      ],
      lifecycleRules: [
        { id: 'quarantine', prefix: BUCKET.uploads, expiration: Duration.days(BUCKET.uploadDays) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Every file is put and given out by a function, whose log says so; a log of accesses would tell of people.',
    });
  }
}
