import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  Errors,
  Fail,
  JitterType,
  JsonPath,
  LogLevel,
  QueryLanguage,
  type RetryProps,
  StateMachine,
  StateMachineType,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { TRANSIENT_ERRORS, WORK_STATES, type WorkState } from '../../core/contract/workflow.ts';
import { workflowName } from '../names.ts';
import { ALARM_PERIOD, rollcallAlarm } from './alarm.ts';
import { LOG_RETENTION } from './function.ts';

export interface OnboardingWorkflowProps {
  readonly stage: string;
  /** The function of each state in which work is done; its input is `{accountId, runId, attempt}`. */
  readonly work: Record<WorkState, IFunction>;
  /** Marks the run as failed; its input has, in addition, `failures: {<state>: {Error, Cause}}`. */
  readonly parkRun: IFunction;
}

/**
 * What passes by itself, on Lambda's side or on ours. Six tries over about a minute and a half: a throttled table or
 * pool is over it by then. All at once would only collide again, so the pauses are random.
 */
const RETRY_TRANSIENT: RetryProps = {
  errors: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.TooManyRequestsException',
    // The function ran out of time or memory, or its process died: steps may be repeated, so it is tried again.
    'Lambda.Unknown',
    'Sandbox.Timedout',
    Errors.TIMEOUT,
    ...TRANSIENT_ERRORS,
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 6,
  jitterStrategy: JitterType.FULL,
};

/** A run that cannot even be parked would hang until the sweeper finds it, so this is tried whatever the error. */
const RETRY_PARKING: RetryProps = { ...RETRY_TRANSIENT, errors: [Errors.ALL] };

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

    rollcallAlarm(this, {
      stage: props.stage,
      what: 'parked-runs',
      description: 'Onboarding runs have failed and wait for somebody.',
      metric: this.stateMachine.metricFailed({ statistic: Stats.SUM, period: ALARM_PERIOD }),
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
