import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { consoleHeaders } from '../../core/contract/console.ts';
import { ConsoleStack } from '../../lib/console-stack.ts';
import { configuration, flat, onlyOne, resourcesOf, synthesized } from './synthesized.ts';

const { console } = synthesized;
const bucket = onlyOne(console, 'AWS::S3::Bucket');
const distribution = onlyOne(console, 'AWS::CloudFront::Distribution').Properties.DistributionConfig;
const headers = onlyOne(console, 'AWS::CloudFront::ResponseHeadersPolicy').Properties
  .ResponseHeadersPolicyConfig;

const FILES = `https://rollcall-dev-files-\${AWS::AccountId}-us-east-1.s3.us-east-1.amazonaws.com`;

/** The headers as a browser gets them. */
const sent = (): Record<string, string> => {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = headers;
  const { AccessControlMaxAgeSec, IncludeSubdomains } = security.StrictTransportSecurity;
  return {
    'content-security-policy': flat(security.ContentSecurityPolicy.ContentSecurityPolicy),
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    ...(security.ContentTypeOptions.Override && { 'x-content-type-options': 'nosniff' }),
    ...Object.fromEntries(
      custom.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value]),
    ),
  };
};

const directives = (): Map<string, string> =>
  new Map(
    sent()
      ['content-security-policy']?.split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ')] as const;
      }),
  );

describe('the console’s headers', () => {
  it('are those that the embedded cloud sends', () => {
    const apis = [...synthesized.locations.keys()].map(
      (region) => `\${${region}/Rollcall-dev-Location-${region}/ApiUrl}`,
    );
    const userPoolEndpoint = 'https://cognito-idp.us-east-1.amazonaws.com';
    expect(sent()).toEqual(consoleHeaders({ apis, userPoolEndpoint, files: FILES }));
  });

  it('let a page call the APIs of the configured locations, the user pool and the uploads, and nobody else', () => {
    const api = (region: string) => `\${${region}/Rollcall-dev-Location-${region}/ApiUrl}`;
    const userPool = 'https://cognito-idp.us-east-1.amazonaws.com';
    expect(directives().get('connect-src')?.split(' ')).toEqual([
      "'self'",
      api('us-east-1'),
      api('eu-west-1'),
      api('ap-southeast-2'),
      userPool,
      FILES,
    ]);
  });

  it('take no inline script and no inline style, and no frame around a page', () => {
    const policy = directives();
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('style-src')).toBe("'self'");
    for (const name of ['frame-ancestors', 'base-uri', 'form-action'])
      expect(policy.get(name)).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:(?!\/\/)/);
  });

  it('keep browsers to TLS for two years, and the address of a page from everybody', () => {
    expect(sent()).toMatchObject({
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('C-51 let a page record with the microphone, and use nothing else of the machine', () => {
    const features = sent()['permissions-policy']?.split(', ') ?? [];
    expect(features).toContain('microphone=(self)');
    for (const feature of features) expect(feature).toMatch(/^(microphone=\(self\)|[a-z-]+=\(\))$/);
    expect(features).toEqual(expect.arrayContaining(['camera=()', 'geolocation=()', 'payment=()']));
  });

  it('go out even where a file has others', () => {
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = headers;
    for (const { Override } of [...Object.values<{ Override: boolean }>(security), ...custom.Items])
      expect(Override).toBe(true);
  });
});

describe('the console’s bucket', () => {
  it('is nobody’s but ours, and encrypted', () => {
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
  });

  it('lets this one distribution read files, and refuses whoever does not come by TLS', () => {
    const [distributionId] = Object.keys(resourcesOf(console, 'AWS::CloudFront::Distribution'));
    const { Statement } = onlyOne(console, 'AWS::S3::BucketPolicy').Properties.PolicyDocument;
    expect(Statement).toMatchObject([
      { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Effect: 'Allow', Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } },
    ]);
    expect(flat(Statement[1].Condition.StringEquals['AWS:SourceArn'])).toBe(
      `arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${distributionId}}`,
    );
  });
});

describe('the console’s distribution', () => {
  it('speaks TLS 1.2 and newer, HTTP/2 and 3, and compresses', () => {
    expect(distribution).toMatchObject({
      HttpVersion: 'http2and3',
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', Compress: true },
    });
    expect(distribution.CacheBehaviors).toBeUndefined();
  });

  it('keeps a file as long as the file says', () => {
    const { CachePolicyConfig: caching } = onlyOne(console, 'AWS::CloudFront::CachePolicy').Properties;
    expect(caching).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 31_536_000 });
    expect(caching.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      EnableAcceptEncodingBrotli: true,
      EnableAcceptEncodingGzip: true,
    });
  });

  it.each([
    ['/', '/index.html'],
    ['/welcome', '/index.html'],
    ['/accounts/acc_1/users/usr_2', '/index.html'],
    ['/v1.2/users', '/index.html'],
    ['/index.html', '/index.html'],
    ['/config.json', '/config.json'],
    ['/assets/main-1a2b.js', '/assets/main-1a2b.js'],
  ])('gives the page for every room, and a file for a file: %s', (uri, asked) => {
    const { FunctionCode } = onlyOne(console, 'AWS::CloudFront::Function').Properties;
    const handler = new Function(`${FunctionCode}; return handler;`)();
    expect(handler({ request: { uri, method: 'GET' } })).toEqual({ uri: asked, method: 'GET' });
  });

  it('says of a file that is not there that it is not', () => {
    expect(distribution.CustomErrorResponses).toEqual([
      { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/index.html', ErrorCachingMinTTL: 10 },
    ]);
  });
});

it('the console’s stack runs nothing, and grants nothing to anybody', () => {
  const types = Object.values(resourcesOf(console)).map(({ Type }) => Type);
  expect(types.filter((type) => /^AWS::(Lambda|IAM)::/.test(type))).toEqual([]);
});

it('without a certificate the console is at an address of CloudFront’s own, which the stack tells', () => {
  const stack = new ConsoleStack(new App(), { configuration });
  const template = Template.fromStack(stack);
  const { DistributionConfig } = onlyOne(template, 'AWS::CloudFront::Distribution').Properties;
  expect(DistributionConfig.Aliases).toBeUndefined();
  expect(DistributionConfig.ViewerCertificate).toBeUndefined();
  expect(flat(template.toJSON().Outputs.Url.Value)).toMatch(/^https:\/\/\$\{.*\.DomainName\}$/);
  expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([]);
});
