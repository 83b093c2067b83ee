import { DeleteCommand, type DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from '../aws/environment.ts';
import { LOCAL_TABLE } from './dynalite-server.ts';

const PAGE = 500;

/**
 * Deletes rows whose time is over, as DynamoDB's TTL does on AWS: at start and once a day. It scans, page by page, which only a
 * local store may; answers how many rows went.
 */
export async function deleteExpired(client: DynamoDBDocumentClient, now: string): Promise<number> {
  let gone = 0;
  const over = { ':now': Math.floor(Date.parse(now) / 1000) };
  for await (const { pk, sk } of scan(client, { filter: '#expiry <= :now', values: over, names: { '#expiry': TABLE_KEYS.expiry } })) {
    await client.send(new DeleteCommand({ TableName: LOCAL_TABLE, Key: { pk, sk } }));
    gone += 1;
  }
  return gone;
}

/**
 * After an owner died: dynalite writes a row and its index entries one after the other, so a kill between them can lose an entry of
 * the work index. Writing the entry's key again puts it back, unless the row has moved on meanwhile. Answers how many rows wait.
 */
export async function mendWorkIndex(client: DynamoDBDocumentClient, signal: AbortSignal): Promise<number> {
  let mended = 0;
  const { partition, sort } = TABLE_KEYS.indexes.gsi3;
  const names = { '#partition': partition, '#sort': sort };
  for await (const row of scan(client, { filter: 'attribute_exists(#partition) AND attribute_exists(#sort)', names, signal })) {
    const values = { ':partition': row.all[partition], ':sort': row.all[sort] };
    await client
      .send(
        new UpdateCommand({
          TableName: LOCAL_TABLE,
          Key: { pk: row.pk, sk: row.sk },
          UpdateExpression: 'SET #partition = :partition, #sort = :sort',
          ConditionExpression: '#partition = :partition AND #sort = :sort',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
        }),
      )
      .then(() => {
        mended += 1;
      }, ignoreMoved);
  }
  return mended;
}

function ignoreMoved(error: unknown): void {
  if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
}

type Search = {
  readonly filter: string;
  readonly names: Record<string, string>;
  readonly values?: Record<string, unknown>;
  readonly signal?: AbortSignal;
};
type Found = { readonly pk: string; readonly sk: string; readonly all: Readonly<Record<string, unknown>> };

async function* scan(client: DynamoDBDocumentClient, { filter, names, values, signal }: Search): AsyncGenerator<Found> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: LOCAL_TABLE,
        Limit: PAGE,
        FilterExpression: filter,
        ExpressionAttributeNames: names,
        ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    for (const row of page.Items ?? []) yield { pk: String(row['pk']), sk: String(row['sk']), all: row };
    start = page.LastEvaluatedKey;
  } while (start !== undefined && signal?.aborted !== true);
}
