import { Duration } from 'aws-cdk-lib';
import { HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { type ConsoleCalls, consoleHeaders, STRICT_TRANSPORT_SECONDS } from '../../core/contract/console.ts';

export interface ConsoleHeadersProps {
  readonly calls: ConsoleCalls;
}

/** The headers of the console as CloudFront sets them: those it knows by name must be told by name. */
export class ConsoleHeaders extends Construct {
  readonly policy: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { calls }: ConsoleHeadersProps) {
    super(scope, id);
    const headers = consoleHeaders(calls);
    this.policy = new ResponseHeadersPolicy(this, 'Policy', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'], override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(STRICT_TRANSPORT_SECONDS),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: headers['permissions-policy'], override: true },
        ],
      },
    });
  }
}
