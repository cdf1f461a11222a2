import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  Errors,
  Fail,
  JsonPath,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { WORK_STATES, type WorkState } from '../../core/contract/workflow.ts';
import { workflowName } from '../names.ts';
import { ALARM_PERIOD, rollcallAlarm } from './alarm.ts';
import { LOG_RETENTION } from './function.ts';
import { RETRY_PARKING, RETRY_TRANSIENT } from './retries.ts';

export interface OnboardingWorkflowProps {
  readonly stage: string;
  /** The function of each state in which work is done; its input is `{accountId, runId, attempt}`. */
  readonly work: Record<WorkState, IFunction>;
  /** Marks the run as failed; its input has, in addition, `failures: {<state>: {Error, Cause}}`. */
  readonly parkRun: IFunction;
}

/** The longest function takes a minute; what has not answered by then never will. */
const TASK_TIMEOUT = Duration.seconds(70);

/**
 * More than all tries of all states can take. No state sees this end of an execution: the sweeper finds the run and
 * parks it.
 */
const RUN_TIMEOUT = Duration.hours(3);

/** The eight steps as a straight line of states, then Activate (A-1… ). A state that fails parks the run. */
export class OnboardingWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: OnboardingWorkflowProps) {
    super(scope, id);

    const parkRun = new LambdaInvoke(this, 'ParkRun', {
      stateName: 'ParkRun',
      comment: 'Marks the run as failed, with the state and the reason, until someone resumes or discards it',
      lambdaFunction: props.parkRun,
      payloadResponseOnly: true,
      resultPath: JsonPath.DISCARD,
      taskTimeout: Timeout.duration(TASK_TIMEOUT),
      retryOnServiceExceptions: false,
    })
      .addRetry(RETRY_PARKING)
      .next(
        new Fail(this, 'Parked', {
          stateName: 'Parked',
          error: 'parked',
          cause: 'The run is parked at the state that failed; it can be resumed or discarded.',
        }),
      );
    const states = WORK_STATES.map((state) =>
      new LambdaInvoke(this, state, {
        stateName: state,
        lambdaFunction: props.work[state],
        payloadResponseOnly: true,
        // The next state gets the same ids again: nothing else ever enters an execution.
        resultPath: JsonPath.DISCARD,
        taskTimeout: Timeout.duration(TASK_TIMEOUT),
        retryOnServiceExceptions: false,
      })
        .addRetry(RETRY_TRANSIENT)
        // A place of its own for each state tells ParkRun where the run failed.
        .addCatch(parkRun, { errors: [Errors.ALL], resultPath: `$.failures.${state}` }),
    );
    states.reduce((previous, next) => {
      previous.next(next);
      return next;
    });
    const [first] = states;
    if (first === undefined) throw new Error('The workflow has no states');

    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: workflowName(props.stage),
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSON_PATH,
      comment: 'Takes a new user through the eight steps; its input is ids only',
      definitionBody: DefinitionBody.fromChainable(first),
      timeout: RUN_TIMEOUT,
      role: this.#role([...Object.values(props.work), props.parkRun]),
      tracingEnabled: true,
      logs: {
        // This prefix keeps the account's resource policy for log deliveries from filling up.
        destination: new LogGroup(this, 'Logs', {
          logGroupName: `/aws/vendedlogs/states/${workflowName(props.stage)}`,
          retention: LOG_RETENTION,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        // Errors of libraries may quote what they were given; the names of states and errors are enough.
        includeExecutionData: false,
      },
    });

    const sum = { statistic: Stats.SUM };
    rollcallAlarm(this, {
      stage: props.stage,
      what: 'parked-runs',
      description: 'Onboarding runs have failed and wait for somebody.',
      metric: new MathExpression({
        // ParkRun is not called for one that timed out or was stopped, but the sweeper parks its run all the same.
        // A sum with a missing term would be missing itself.
        expression: 'FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)',
        usingMetrics: {
          failed: this.stateMachine.metricFailed(sum),
          timedOut: this.stateMachine.metricTimedOut(sum),
          aborted: this.stateMachine.metricAborted(sum),
        },
        label: 'Executions that did not succeed',
        period: ALARM_PERIOD,
      }),
      when: { above: 0 },
    });
  }

  /** CDK's own would also allow every version and alias of the functions. */
  #role(functions: readonly IFunction[]) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: {
        invoke: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['lambda:InvokeFunction'],
              resources: functions.map(({ functionArn }) => functionArn),
            }),
          ],
        }),
        observe: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: [
                'logs:CreateLogDelivery',
                'logs:GetLogDelivery',
                'logs:UpdateLogDelivery',
                'logs:DeleteLogDelivery',
                'logs:ListLogDeliveries',
                'logs:PutResourcePolicy',
                'logs:DescribeResourcePolicies',
                'logs:DescribeLogGroups',
                'xray:PutTraceSegments',
                'xray:PutTelemetryRecords',
                'xray:GetSamplingRules',
                'xray:GetSamplingTargets',
              ],
              resources: ['*'],
            }),
          ],
        }),
      },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log deliveries and traces have no resource to name: AWS knows these actions on * only.',
    });
    return role.withoutPolicyUpdates();
  }
}
