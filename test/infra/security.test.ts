import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../lib/config.ts';
import { rollcallApp } from '../../lib/rollcall-app.ts';
import { flat, resourcesOf, synthesized } from './synthesized.ts';

/** A stack that breaks rules on purpose: without it, a silent cdk-nag could not be told from a content one. */
const badStack = (app: App): Stack => {
  const stack = new Stack(app, 'Bad');
  new Bucket(stack, 'Open');
  const role = new Role(stack, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
  });
  role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));
  return stack;
};

const rulesBroken = (scope: App | Stack): string[] =>
  new AwsSolutionsChecks().validateScope(scope).violations.map(({ ruleName }) => ruleName);

/** What cdk-nag would say if nothing were acknowledged, and which of it is. */
const findings = () => {
  const all: { rule: string; path: string; acknowledged: boolean }[] = [];
  const checks = new AwsSolutionsChecks();
  const original = Reflect.get(checks, 'isAcknowledged').bind(checks) as (
    on: CfnResource,
    rule: string,
  ) => boolean;
  Reflect.set(checks, 'isAcknowledged', (on: CfnResource, rule: string) => {
    const acknowledged = original(on, rule);
    all.push({ rule, path: on.node.path, acknowledged });
    return acknowledged;
  });
  checks.validateScope(synthesized.app);
  return all;
};

describe('cdk-nag', () => {
  it('finds nothing in any stack that is not answered', () => {
    expect(new AwsSolutionsChecks().validateScope(synthesized.app).violations).toEqual([]);
  });

  it('finds what is wrong with a bad stack', () => {
    expect(rulesBroken(badStack(new App()))).toEqual(
      expect.arrayContaining([
        'AwsSolutions-S1',
        'AwsSolutions-S10',
        'AwsSolutions-IAM5[Action::dynamodb:*]',
        'AwsSolutions-IAM5[Resource::*]',
      ]),
    );
  });

  it('stops the synth of the app when something is wrong with it', { timeout: 30_000 }, () => {
    const { configuration, context } = readConfiguration('cdk.json');
    const app = rollcallApp({
      configuration,
      context,
      outdir: mkdtempSync(join(tmpdir(), 'rollcall-bad-')),
    });
    badStack(app);
    expect(() => app.synth()).toThrow(/AwsSolutions-S1\b/);
  });

  it('is answered beside the resource, with a reason, and only where it asks', () => {
    const answers = synthesized.app.node.findAll().flatMap((construct) =>
      construct.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) =>
          Object.entries(data as Record<string, string>).map(([rule, reason]) => ({
            rule: rule.replace(/^annotation::/i, ''),
            reason,
            path: construct.node.path,
          })),
        ),
    );
    const found = findings();
    expect(answers.length).toBeGreaterThan(0);
    for (const { rule, reason, path } of answers) {
      expect(String(reason).length).toBeGreaterThan(20);
      // Not on a stack: that would also answer what is added later.
      expect(path.split('/').length).toBeGreaterThan(2);
      expect(found.some((one) => one.rule === rule && one.path.startsWith(`${path}/`))).toBe(true);
    }
    expect(found.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
  });
});

describe('roles', () => {
  const statements = [...synthesized.templates].flatMap(([stack, template]) =>
    Object.values(resourcesOf(template)).flatMap(({ Type, Properties }) => {
      const documents =
        Type === 'AWS::IAM::Role'
          ? (Properties.Policies ?? []).map((policy: { PolicyDocument: unknown }) => policy.PolicyDocument)
          : Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::ManagedPolicy'
            ? [Properties.PolicyDocument]
            : [];
      return documents.flatMap(
        (document: { Statement: { Action: string | string[]; Resource: unknown }[] }) =>
          document.Statement.map(({ Action, Resource }) => ({
            stack,
            actions: [Action].flat(),
            resources: [Resource].flat().map(flat),
          })),
      );
    }),
  ) as { stack: string; actions: string[]; resources: string[] }[];

  it('allow no action by wildcard', () => {
    expect(statements.length).toBeGreaterThan(20);
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('allow nothing on a wildcard but objects of one kind, one by one: nobody lists them', () => {
    const onObjects = statements.filter(({ actions }) => actions.some((action) => action.startsWith('s3:')));
    expect(onObjects.length).toBeGreaterThan(3);
    for (const { actions, resources } of onObjects) {
      for (const action of actions) expect(action).toMatch(/^s3:(Get|Put|Delete)Object$/);
      for (const resource of resources) expect(resource).toMatch(/^arn:[^*]*\/(quarantine|files)\/\*$/);
    }
  });

  it('allow nothing else on a wildcard but delivering the workflow’s logs and traces, which know no other', () => {
    const wide = statements.filter(
      ({ actions, resources }) =>
        resources.some((resource) => resource.includes('*')) &&
        !actions.every((action) => action.startsWith('s3:')),
    );
    expect(wide.map(({ stack }) => stack)).toEqual(['Rollcall-dev-Directory']);
    for (const action of wide.flatMap(({ actions }) => actions)) {
      expect(action).toMatch(/^(logs:.*Log(Deliver|Group)|logs:.*ResourcePolic|xray:)/);
    }
  });

  it('come without policies of AWS’s own', () => {
    for (const template of synthesized.templates.values()) {
      for (const { Properties } of Object.values(resourcesOf(template, 'AWS::IAM::Role'))) {
        expect(Properties.ManagedPolicyArns).toBeUndefined();
      }
    }
  });
});
