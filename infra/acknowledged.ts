import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { alertTopicName } from '../adapters/aws/environment.ts';
import type { DataStack } from './data-stack.ts';
import type { FunctionName } from './functions.ts';
import type { PipelineStack } from './pipeline-stack.ts';

export type Stacks = { readonly data: DataStack; readonly pipeline: PipelineStack };

/** A finding of cdk-nag that stays: where, which, and why it is no fault there. */
type Acknowledgement = { readonly at: IConstruct; readonly id: string; readonly reason: string };

const RULES = {
  dlqOfDlq: 'Serverless::Serverless-SQSRedrivePolicy',
  noDlq: 'AwsSolutions::AwsSolutions-SQS3',
  lambdaDlq: 'Serverless::Serverless-LambdaDLQ',
  mappingDestination: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
  geography: 'AwsSolutions::AwsSolutions-CFR1',
  firewall: 'AwsSolutions::AwsSolutions-CFR2',
  accessLog: 'AwsSolutions::AwsSolutions-CFR3',
  oldTls: 'AwsSolutions::AwsSolutions-CFR4',
  tracing: 'Serverless::Serverless-LambdaTracing',
} as const;

/** Why each function has no dead-letter queue of its own. */
const NO_DLQ: Record<FunctionName, string> = {
  'dispatch-polls':
    'Its failed invocations go to the Failures queue as an on-failure destination, which carries the error too; a second queue would hold each of them twice.',
  'poll-feeds': 'SQS invokes it synchronously: a message that fails five times goes to the dead-letter queue of the Polls queue.',
  'send-alerts': 'The stream invokes it synchronously: a record that fails goes to the Failures queue by the event source mapping.',
  sweep: 'Its failed invocations go to the Failures queue as an on-failure destination; the next minute does the same work again.',
  'tick-stories': 'Its failed invocations go to the Failures queue as an on-failure destination; the next minute does the same work again.',
  'send-digests':
    'Its failed invocations go to the Failures queue as an on-failure destination; the next quarter of an hour makes the same digests.',
  'check-subscriptions': 'Its failed invocations go to the Failures queue as an on-failure destination.',
  query: 'Its function URL invokes it synchronously: a failure is the answer that the caller sees.',
};

/** Why each function is not traced. Active tracing needs rights on every resource ("*") and is paid by the trace. */
const NO_TRACING: Record<FunctionName, string> = {
  'dispatch-polls': 'One query and a few messages: its one log line tells all; tracing would need rights on "*".',
  'poll-feeds':
    'It waits for publishers, whose times stand in its log line; it holds the least rights of all, and tracing would add rights on "*".',
  'send-alerts': 'The alert id joins its log lines with the table and the message; tracing would need rights on "*".',
  sweep: 'It runs each minute, mostly for nothing: traces would cost more than the function.',
  'tick-stories': 'It runs each minute, mostly for nothing: traces would cost more than the function.',
  'send-digests': 'Its log line names slot and subscription; tracing would need rights on "*".',
  'check-subscriptions': 'Its log lines name what is missing; tracing would need rights on "*".',
  query: 'One function and one table: duration and read units stand in its log line; tracing would need rights on "*".',
};

/** Why a function's right ends in a wildcard: the number of an alert topic. */
const OPEN_NUMBER: Partial<Record<FunctionName, string>> = {
  'send-alerts':
    'It publishes to the alert topics, of which `summitwire subscribe` makes one for every 200 people; only their number is open, and the name before it is ours.',
  sweep: 'It publishes to the same alert topics as send-alerts; only their number is open.',
  'check-subscriptions': 'It lists who is subscribed to the alert topics, and can change nothing there; only their number is open.',
};

function acknowledgements({ data, pipeline }: Stacks): readonly Acknowledgement[] {
  const mapping = pipeline.functions.find(({ row }) => row.name === 'poll-feeds')?.node.findChild('Queue');
  return [
    {
      at: data.undelivered,
      id: RULES.noDlq,
      reason: 'It is itself the dead-letter queue of subscriptions, which `summitwire subscribe` makes and CloudFormation does not see.',
    },
    { at: data.undelivered, id: RULES.dlqOfDlq, reason: 'It is itself a dead-letter queue; an alarm fires when anything lies in it.' },
    {
      at: pipeline.failures,
      id: RULES.dlqOfDlq,
      reason: 'It is where failed invocations and stream records end; an alarm fires when anything lies in it.',
    },
    {
      at: pipeline.failures,
      id: RULES.noDlq,
      reason: 'It is itself where failures end, named by destinations and schedules, which the rule does not look at.',
    },
    {
      at: pipeline.pollFailures,
      id: RULES.dlqOfDlq,
      reason: 'It is the dead-letter queue of the Polls queue; an alarm fires when anything lies in it.',
    },
    ...(mapping === undefined
      ? []
      : [
          {
            at: mapping,
            id: RULES.mappingDestination,
            reason: 'SQS sources have no on-failure destination: the dead-letter queue stands at the Polls queue.',
          },
        ]),
    ...pageAcknowledgements(pipeline),
    ...pipeline.functions.flatMap(({ row, lambda }) => [
      { at: lambda, id: RULES.lambdaDlq, reason: NO_DLQ[row.name] },
      { at: lambda, id: RULES.tracing, reason: NO_TRACING[row.name] },
    ]),
    ...openNumbers(pipeline, data.stackPrefix),
  ];
}

/** The finding's name holds the resource as the template writes it. */
function openNumbers({ functions }: PipelineStack, stackPrefix: string): readonly Acknowledgement[] {
  const arn = `arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:${alertTopicName(stackPrefix)}*`;
  return functions.flatMap(({ row, role }) => {
    const reason = OPEN_NUMBER[row.name];
    return reason === undefined ? [] : [{ at: role, id: `AwsSolutions::AwsSolutions-IAM5[Resource::${arn}]`, reason }];
  });
}

/** Of the page, where there is one. */
function pageAcknowledgements({ page }: PipelineStack): readonly Acknowledgement[] {
  if (page === null) return [];
  return [
    { at: page, id: RULES.geography, reason: 'Its viewers are whom the owner gave the token, wherever they are.' },
    {
      at: page,
      id: RULES.firewall,
      reason: 'A web ACL costs five dollars a month, more than all the rest; the token guards, refusals are cached for a minute.',
    },
    {
      at: page,
      id: RULES.accessLog,
      reason: 'A log of viewers would need a bucket and hold their addresses; the query function logs what fails.',
    },
    {
      at: page,
      id: RULES.oldTls,
      reason:
        "The floor of TLS cannot be raised on the default *.cloudfront.net certificate; a name of one's own needs a certificate that only the owner can order.",
    },
  ];
}

export function acknowledgeFindings(stacks: Stacks): void {
  for (const { at, id, reason } of acknowledgements(stacks)) Validations.of(at).acknowledge({ id, reason });
}
