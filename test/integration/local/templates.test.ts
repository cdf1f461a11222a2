import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../../local/synthesize.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readHome } from '../../../local/template/home.ts';
import { resolveStacks } from '../../../local/template/resolve.ts';
import { temporaryDirectory } from './fixture/fixture.ts';

const API_URL = 'http://127.0.0.1:1234';

/** Writes a cloud assembly of hand-made templates: `{ stackName: template }`, all in one region unless named `x@region`. */
const assembly = (templates: Record<string, object>): string => {
  const directory = temporaryDirectory();
  const artifacts = Object.entries(templates).map(([key, template]) => {
    const [name = '', region = 'eu-west-1'] = key.split('@');
    writeFileSync(join(directory, `${key}.json`), JSON.stringify(template));
    const properties = { templateFile: `${key}.json`, stackName: name };
    return [
      key,
      { type: 'aws:cloudformation:stack', environment: `aws://unknown-account/${region}`, properties },
    ];
  });
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    join(directory, 'manifest.json'),
    JSON.stringify({ artifacts: Object.fromEntries(artifacts) }),
  );
  return directory;
};

const POOL = { Pool: { Type: 'AWS::Cognito::UserPool' } };
const functionWith = (Variables: Record<string, unknown>) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Handler: 'index.handler', Code: { S3Key: 'x' }, Environment: { Variables } },
});

/** The variables of the only function, as the host would set them. */
const resolved = (
  Variables: Record<string, unknown>,
  rest: object = {},
  others: Record<string, object> = {},
) => {
  const template = { Resources: { ...POOL, Probe: functionWith(Variables) }, ...rest };
  const home = readHome(resolveStacks(readAssembly(assembly({ App: template, ...others })), API_URL));
  return home.only('AWS::Lambda::Function').properties.Environment.Variables;
};

describe('a template', () => {
  it('has its intrinsic functions resolved', () => {
    const variables = resolved(
      {
        ref: { Ref: 'Probe' },
        arn: { 'Fn::GetAtt': ['Probe', 'Arn'] },
        region: { Ref: 'AWS::Region' },
        parameter: { Ref: 'Colour' },
        nothing: { Ref: 'AWS::NoValue' },
        sub: {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: that is CloudFormation's own way to write it.
          'Fn::Sub': ['${AWS::Partition}-${x}-${Probe.Arn}-${!kept}', { x: { Ref: 'AWS::AccountId' } }],
        },
        join: { 'Fn::Join': ['/', ['a', { 'Fn::Select': [1, { 'Fn::Split': [',', 'b,c'] }] }]] },
        map: { 'Fn::FindInMap': ['Map', 'one', 'two'] },
        chosen: { 'Fn::If': ['IsHere', 'yes', 'no'] },
        json: { 'Fn::ToJsonString': { a: { Ref: 'Colour' } } },
      },
      {
        Parameters: { Colour: { Type: 'String', Default: 'green' } },
        Mappings: { Map: { one: { two: 'three' } } },
        Conditions: {
          IsHere: {
            'Fn::Or': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] }, { 'Fn::Not': [{ Condition: 'No' }] }],
          },
          No: { 'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Equals': ['a', 'b'] }] },
        },
      },
    );
    const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:App-Probe';
    expect(variables).toEqual({
      ref: 'App-Probe',
      arn,
      region: 'eu-west-1',
      parameter: 'green',
      sub: `aws-000000000000-${arn}-\${kept}`,
      join: 'a/c',
      map: 'three',
      chosen: 'yes',
      json: '{"a":"green"}',
    });
  });

  it('reads outputs of other stacks, in any region', () => {
    const other = { Outputs: { Made: { Value: { Ref: 'AWS::Region' } } } };
    const variables = resolved(
      {
        near: { 'Fn::GetStackOutput': { StackName: 'Other', OutputName: 'Made' } },
        far: { 'Fn::GetStackOutput': { StackName: 'Other', OutputName: 'Made', Region: 'us-east-1' } },
      },
      {},
      { Other: other, 'Other@us-east-1': other },
    );
    expect(variables).toEqual({ near: 'eu-west-1', far: 'us-east-1' });
  });

  it("leads to this machine's API, whatever the location", () => {
    const api = {
      Resources: { Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } } },
    };
    const url = { Outputs: { Url: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } } };
    const far = { 'Fn::GetStackOutput': { StackName: 'Far', OutputName: 'Url', Region: 'us-west-2' } };
    expect(resolved({ far }, {}, { 'Far@us-west-2': { ...api, ...url } })).toEqual({ far: API_URL });
  });

  it.each([
    ['an unknown intrinsic', { 'Fn::Cidr': ['10.0.0.0/8', 2, 8] }, /Fn::Cidr/],
    ['an unknown resource', { Ref: 'Nobody' }, /Nobody/],
    ['an unknown attribute', { 'Fn::GetAtt': ['Probe', 'Colour'] }, /Colour/],
    ['an import', { 'Fn::ImportValue': 'made' }, /^App: cannot resolve Fn::ImportValue "made"$/],
    ['an unknown output', { 'Fn::GetStackOutput': { StackName: 'X', OutputName: 'Y' } }, /output Y of X/],
  ])('with %s is refused', (_, value, message) => {
    expect(() => resolved({ value })).toThrow(message);
  });

  it('of another region must resolve, too', () => {
    const broken = { Resources: { Broken: functionWith({ value: { Ref: 'Nobody' } }) } };
    expect(() => resolved({}, {}, { 'Far@us-west-2': broken })).toThrow(/Nobody/);
  });

  it('with a type that is not hosted is refused, in whatever region', () => {
    const stream = { Resources: { Stream: { Type: 'AWS::Kinesis::Stream' } } };
    const refusal = /AWS::Kinesis::Stream \(Stream\) is not hosted by the embedded cloud/;
    expect(() => resolved({}, {}, { Other: stream })).toThrow(refusal);
    expect(() => resolved({}, {}, { 'Far@us-west-2': stream })).toThrow(refusal);
  });

  it('leaves out what its condition leaves out', () => {
    const stream = { Type: 'AWS::Kinesis::Stream', Condition: 'Never' };
    const rest = { Resources: { Stream: stream }, Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } };
    expect(resolved({}, {}, { Other: rest })).toEqual({});
  });
});

it("Rollcall's own templates can all be hosted", async () => {
  const home = readHome(resolveStacks(readAssembly(await synthesize()), API_URL));
  expect(home.all('AWS::DynamoDB::GlobalTable')).toHaveLength(1);
  expect(home.all('AWS::Lambda::Function').length).toBeGreaterThan(15);
  expect(home.only('AWS::ApiGatewayV2::Api').properties.CorsConfiguration).toBeDefined();
});
