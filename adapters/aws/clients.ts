import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { VARIABLES } from './environment.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Time to connect and to answer, in milliseconds: a call that hangs must not eat a function's time. */
const TIMES = { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** One stand-in for all services (tests, moto), or the region's own addresses. */
function settings(environment: Environment, maxAttempts: number) {
  const endpoint = environment[VARIABLES.endpoint];
  return { maxAttempts, requestHandler: TIMES, ...(endpoint ? { endpoint } : {}) };
}

export const tableClient = (environment: Environment): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(settings(environment, 4)), { marshallOptions: { removeUndefinedValues: true } });

/** Publishing is tried twice at most: each try whose answer is lost may be one message more. */
export const snsClient = (environment: Environment): SNSClient => new SNSClient(settings(environment, 2));
export const sqsClient = (environment: Environment): SQSClient => new SQSClient(settings(environment, 3));
export const ssmClient = (environment: Environment): SSMClient => new SSMClient(settings(environment, 3));
