import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  CachePolicy,
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ConsoleCalls } from '../../core/contract/console.ts';
import { ConsoleHeaders } from './console-headers.ts';

export interface ConsoleSiteProps {
  readonly stage: string;
  /** Whom its pages may call. */
  readonly calls: ConsoleCalls;
  /** Its own host, with the certificate for it. Default: a host of CloudFront's. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
}

/** An address whose last part has no dot is no file, but a room of the console: its page finds the way itself. */
const ROOMS_ARE_THE_PAGE = `function handler(event) {
  var request = event.request;
  if (!/\\.[^/]*$/.test(request.uri)) request.uri = '/index.html';
  return request;
}
`;

/** A browser that asks again too soon would be told the same. */
const NOT_THERE = Duration.seconds(10);

/** The built console: files that only CloudFront can read, served with the console's headers. */
export class ConsoleSite extends Construct {
  readonly bucketName: string;
  readonly url: string;

  constructor(scope: Construct, id: string, { stage, calls, domain }: ConsoleSiteProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // What was there before is built again from the sources of then.
      versioned: false,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Rollcall ${stage}: the console`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      defaultBehavior: {
        origin: S3BucketOrigin.withBucketDefaults(
          // The bucket itself is, by its types, none that an origin can have where optional is not undefined.
          Bucket.fromBucketAttributes(this, 'Origin', {
            bucketArn: bucket.bucketArn,
            bucketRegionalDomainName: bucket.bucketRegionalDomainName,
          }),
          { originAccessControlId: new S3OriginAccessControl(this, 'Access').originAccessControlId },
        ),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        compress: true,
        // As long as each file says itself, when it is put there.
        cachePolicy: new CachePolicy(this, 'Caching', {
          minTtl: Duration.seconds(0),
          defaultTtl: Duration.seconds(0),
          maxTtl: Duration.days(365),
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
        }),
        responseHeadersPolicy: new ConsoleHeaders(this, 'Headers', { calls }).policy,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new CloudFrontFunction(this, 'Rooms', {
              comment: `Rollcall ${stage}: the page for every room of the console`,
              code: FunctionCode.fromInline(ROOMS_ARE_THE_PAGE),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      // S3 says “forbidden” of what is not there to whoever may not list the bucket, which CloudFront need not.
      errorResponses: [
        { httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/index.html', ttl: NOT_THERE },
      ],
      ...(domain !== undefined && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
    });
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: {
          StringEquals: {
            'AWS:SourceArn': Stack.of(this).formatArn({
              service: 'cloudfront',
              region: '',
              arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
              resource: 'distribution',
              resourceName: distribution.distributionId,
            }),
          },
        },
      }),
    );
    this.bucketName = bucket.bucketName;
    this.url = `https://${domain?.name ?? distribution.distributionDomainName}`;

    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'It holds what everybody may read; a log of accesses would tell of people, and of nothing else.',
    });
    Validations.of(distribution).acknowledge(
      {
        id: 'AwsSolutions-CFR1',
        reason: 'People sign in from wherever they are; an account narrows that itself, by networks (A-7).',
      },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'There are only files here that everybody may read: nothing takes input that could be an attack.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason: 'Who reads these files is nobody’s business; calls of the API have a log of their own.',
      },
      ...(domain === undefined
        ? [
            {
              id: 'AwsSolutions-CFR4',
              reason:
                'At an address of its own CloudFront takes no minimum; with a certificate it is TLS 1.2.',
            },
          ]
        : []),
    );
  }
}
