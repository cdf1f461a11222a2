import { createHash } from 'node:crypto';

/** Where a resource stands: enough to give it the name and the ARN that AWS would. */
export interface Place {
  readonly type: string;
  readonly logicalId: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  /** A property of the resource, resolved; undefined when the template does not set it. */
  readonly property: (name: string) => unknown;
  /** The address of the one API that is hosted: every location's API leads to it. */
  readonly apiUrl: string;
}

/** What `Ref` gives, and what `Fn::GetAtt` can give. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A name as stable as the template: AWS makes these up at random, and the same data directory must find them again. */
const generated = (place: Place, length: number, alphabet: string): string =>
  [...createHash('sha512').update(`${place.stackName}/${place.logicalId}`).digest()]
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');

const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

const named = (place: Place, property: string): string => {
  const name = place.property(property);
  return typeof name === 'string' ? name : `${place.stackName}-${place.logicalId}`;
};

const arn = (place: Place, service: string, resource: string): string =>
  `arn:aws:${service}:${place.region}:${place.account}:${resource}`;

/** Only what functions and other resources refer to by value needs the form AWS gives it. */
const IDENTITIES: Readonly<Record<string, (place: Place) => Identity>> = {
  'AWS::DynamoDB::GlobalTable': (place) => {
    const name = named(place, 'TableName');
    const Arn = arn(place, 'dynamodb', `table/${name}`);
    return { ref: name, attributes: { Arn, StreamArn: `${Arn}/stream/local`, TableId: name } };
  },
  'AWS::Lambda::Function': (place) => {
    const name = named(place, 'FunctionName');
    return { ref: name, attributes: { Arn: arn(place, 'lambda', `function:${name}`) } };
  },
  'AWS::S3::Bucket': (place) => {
    const name = named(place, 'BucketName');
    const RegionalDomainName = `${name}.s3.${place.region}.amazonaws.com`;
    return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}`, RegionalDomainName } };
  },
  'AWS::CloudFront::Function': (place) => {
    const name = named(place, 'Name');
    return { ref: name, attributes: { FunctionARN: arn(place, 'cloudfront', `function/${name}`) } };
  },
  'AWS::CloudFront::OriginAccessControl': (place) => {
    const id = generated(place, 14, LETTERS_AND_DIGITS).toUpperCase();
    return { ref: id, attributes: { Id: id } };
  },
  'AWS::SQS::Queue': (place) => {
    const name = named(place, 'QueueName');
    const url = `https://sqs.${place.region}.amazonaws.com/${place.account}/${name}`;
    return { ref: url, attributes: { Arn: arn(place, 'sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::StepFunctions::StateMachine': (place) => {
    const name = named(place, 'StateMachineName');
    const Arn = arn(place, 'states', `stateMachine:${name}`);
    return { ref: Arn, attributes: { Arn, Name: name } };
  },
  'AWS::Cognito::UserPool': (place) => {
    const id = `${place.region}_${generated(place, 9, LETTERS_AND_DIGITS)}`;
    const ProviderName = `cognito-idp.${place.region}.amazonaws.com/${id}`;
    return {
      ref: id,
      attributes: {
        Arn: arn(place, 'cognito-idp', `userpool/${id}`),
        ProviderName,
        ProviderURL: `https://${ProviderName}`,
        UserPoolId: id,
      },
    };
  },
  'AWS::Cognito::UserPoolClient': (place) => {
    const id = generated(place, 26, LETTERS_AND_DIGITS);
    return { ref: id, attributes: { ClientId: id } };
  },
  'AWS::ApiGatewayV2::Api': (place) => {
    const id = generated(place, 10, LETTERS_AND_DIGITS);
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: place.apiUrl } };
  },
  'AWS::IAM::Role': (place) => {
    const name = named(place, 'RoleName');
    return { ref: name, attributes: { Arn: `arn:aws:iam::${place.account}:role/${name}`, RoleId: name } };
  },
  'AWS::SES::ConfigurationSet': (place) => ({ ref: named(place, 'Name'), attributes: {} }),
  'AWS::Logs::LogGroup': (place) => {
    const name = named(place, 'LogGroupName');
    return { ref: name, attributes: { Arn: arn(place, 'logs', `log-group:${name}:*`) } };
  },
};

/** Types not listed above are known by their logical id, under every attribute an ARN of that service's form. */
export const identify = (place: Place): Identity => {
  const known = IDENTITIES[place.type];
  if (known !== undefined) return known(place);
  const name = `${place.stackName}-${place.logicalId}`;
  const service = (place.type.split('::')[1] ?? 'local').toLowerCase();
  return { ref: name, attributes: { Arn: arn(place, service, name) } };
};
