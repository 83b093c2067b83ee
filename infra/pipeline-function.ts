import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { FilterPattern, LogGroup, MetricFilter, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE, type MetricName, PARTITIONS, SERVICE, VARIABLES } from '../adapters/aws/environment.ts';
import type { FunctionName, FunctionRow, Trigger } from './functions.ts';
import { PORTS, type Resources } from './ports.ts';

/** A row of the table of functions. */
export type NamedRow = FunctionRow & { readonly name: FunctionName };

export type PipelineFunctionProps = {
  readonly row: NamedRow;
  readonly folder: string;
  readonly resources: Resources;
  readonly logDays: RetentionDays;
  /** Where failed asynchronous invocations go. */
  readonly failures: IQueue;
};

const ENVIRONMENT = {
  POWERTOOLS_SERVICE_NAME: SERVICE,
  POWERTOOLS_METRICS_NAMESPACE: METRIC_NAMESPACE,
  NODE_OPTIONS: '--enable-source-maps',
};
const SYNCHRONOUS: readonly Trigger['kind'][] = ['queue', 'stream', 'url'];
const isAsynchronous = (row: FunctionRow): boolean => !SYNCHRONOUS.includes(row.trigger.kind);

/** A Lambda with its own role and its own log: variables and rights come from its ports, together. */
export class PipelineFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly row: NamedRow;

  constructor(scope: Construct, id: string, { row, folder, resources, logDays, failures }: PipelineFunctionProps) {
    super(scope, id);
    this.row = row;
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), description: row.summary });
    const logGroup = new LogGroup(this, 'Log', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY });
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: row.summary,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(folder),
      handler: 'index.handler',
      memorySize: row.memoryMb,
      timeout: Duration.seconds(row.timeoutSeconds),
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: ENVIRONMENT,
      ...(isAsynchronous(row) ? { onFailure: new SqsDestination(failures), retryAttempts: 1, maxEventAge: Duration.minutes(5) } : {}),
    });
    if (isAsynchronous(row)) this.allow(['sqs:SendMessage'], failures.queueArn);
    this.countErrors(logGroup);
    this.connect(resources);
  }

  /**
   * At the level WARN Lambda reports an invocation only when it did not succeed: an error, out of time, out of memory, a bundle that does not load.
   * Counting these lines costs nothing, and all functions count into one metric.
   */
  private countErrors(logGroup: LogGroup): void {
    const metricName: MetricName = 'FunctionErrors';
    new MetricFilter(this, 'Errors', {
      logGroup,
      metricNamespace: METRIC_NAMESPACE,
      metricName,
      metricValue: '1',
      filterPattern: FilterPattern.literal('{ $.type = "platform.report" && $.record.status != "success" }'),
    });
  }

  allow(actions: readonly string[], resource: string): void {
    this.role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [resource] }));
  }

  private connect(resources: Resources): void {
    for (const port of this.row.ports) {
      const grant = PORTS[port](resources);
      for (const statement of grant.statements) this.role.addToPolicy(this.bound(statement));
      for (const [variable, value] of Object.entries(grant.variables))
        this.lambda.addEnvironment(VARIABLES[variable as keyof typeof VARIABLES], value);
    }
  }

  /** Rows of other partitions are refused by IAM itself; without the second condition a call that names no key would pass. */
  private bound(statement: PolicyStatement): PolicyStatement {
    const { partitions } = this.row;
    if (partitions === undefined || !statement.actions.every((action) => action.startsWith('dynamodb:'))) return statement;
    statement.addConditions({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions.map((name) => `${PARTITIONS[name]}*`) },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
    return statement;
  }
}
