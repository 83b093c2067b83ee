import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from './environment.ts';
import { type Change, type Condition, conditionOf, updateOf } from './table-expression.ts';
import type { Row } from './table-row.ts';

export type RowKey = { readonly pk: string; readonly sk: string };
export type IndexName = keyof typeof TABLE_KEYS.indexes;

export type RangeQuery = {
  readonly index: IndexName | null;
  readonly partition: string;
  /** Bounds of the sort key, both included. */
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly isNewestFirst: boolean;
};
/** `isLast`: there is nothing after these rows in the range. */
export type Queried = { readonly rows: readonly Row[]; readonly units: number; readonly isLast: boolean };
/** Counts what the table bills: request units as DynamoDB reports them. */
export type Meter = (use: { readonly operation: string; readonly readUnits: number; readonly writeUnits: number }) => void;
export type TableOptions = {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly meter?: Meter;
  /** Waits between tries of what a batch left unprocessed (milliseconds). */
  readonly wait?: (milliseconds: number) => Promise<void>;
};

const BATCH_GET = 100;
const BATCH_WRITE = 25;
const MOST_ROUNDS = 10;

/** The few things that the store does with its one table. Conditions that fail are answers, not errors. */
export type Table = {
  get(key: RowKey, isConsistent?: boolean): Promise<Row | null>;
  put(row: Row, condition?: Condition): Promise<'stored' | 'refused'>;
  update(key: RowKey, change: Change): Promise<Row | 'refused'>;
  remove(key: RowKey): Promise<boolean>;
  query(range: RangeQuery): Promise<Queried>;
  getMany(keys: readonly RowKey[]): Promise<{ readonly rows: readonly Row[]; readonly units: number }>;
  putMany(rows: readonly Row[]): Promise<void>;
};

export function openTable(options: TableOptions): Table {
  return {
    get: (key, isConsistent) => get(options, key, isConsistent ?? false),
    put: (row, condition) => put(options, row, condition),
    update: (key, change) => update(options, key, change),
    remove: (key) => remove(options, key),
    query: (range) => query(options, range),
    getMany: (keys) => getMany(options, keys),
    putMany: (rows) => putMany(options, rows),
  };
}

const base = (options: TableOptions) => ({ TableName: options.tableName, ReturnConsumedCapacity: 'TOTAL' as const });

async function get(options: TableOptions, key: RowKey, isConsistent: boolean): Promise<Row | null> {
  const answer = await options.client.send(new GetCommand({ ...base(options), Key: key, ConsistentRead: isConsistent }));
  meterRead(options, 'get', answer.ConsumedCapacity?.CapacityUnits ?? 0);
  return answer.Item ?? null;
}

async function put(options: TableOptions, row: Row, condition?: Condition): Promise<'stored' | 'refused'> {
  const command = new PutCommand({ ...base(options), Item: { ...row }, ...conditionOf(condition) });
  return orRefused(async (): Promise<'stored'> => {
    const answer = await options.client.send(command);
    meterWrite(options, 'put', answer.ConsumedCapacity?.CapacityUnits ?? 0);
    return 'stored';
  });
}

async function update(options: TableOptions, key: RowKey, change: Change): Promise<Row | 'refused'> {
  const command = new UpdateCommand({ ...base(options), Key: key, ReturnValues: 'ALL_NEW', ...updateOf(change) });
  return orRefused(async () => {
    const answer = await options.client.send(command);
    meterWrite(options, 'update', answer.ConsumedCapacity?.CapacityUnits ?? 0);
    return answer.Attributes ?? {};
  });
}

async function remove(options: TableOptions, key: RowKey): Promise<boolean> {
  const answer = await options.client.send(new DeleteCommand({ ...base(options), Key: key, ReturnValues: 'ALL_OLD' }));
  meterWrite(options, 'delete', answer.ConsumedCapacity?.CapacityUnits ?? 0);
  return answer.Attributes !== undefined;
}

async function query(options: TableOptions, range: RangeQuery): Promise<Queried> {
  const { partition, sort } = range.index === null ? TABLE_KEYS : TABLE_KEYS.indexes[range.index];
  const answer = await options.client.send(
    new QueryCommand({
      ...base(options),
      ...(range.index === null ? {} : { IndexName: range.index }),
      KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#partition': partition, '#sort': sort },
      ExpressionAttributeValues: { ':partition': range.partition, ':from': range.from, ':to': range.to },
      ScanIndexForward: !range.isNewestFirst,
      Limit: range.limit,
    }),
  );
  const units = answer.ConsumedCapacity?.CapacityUnits ?? estimatedUnits(JSON.stringify(answer.Items ?? []).length);
  meterRead(options, 'query', units);
  return { rows: answer.Items ?? [], units, isLast: answer.LastEvaluatedKey === undefined };
}

/** Rows that exist, in the order of the keys. What DynamoDB leaves unprocessed is asked for again. */
async function getMany(options: TableOptions, keys: readonly RowKey[]): Promise<{ rows: readonly Row[]; units: number }> {
  const found = new Map<string, Row>();
  let units = 0;
  for (const chunk of chunksOf(keys, BATCH_GET)) {
    let open: readonly Row[] = chunk;
    for (let round = 0; open.length > 0; round += 1) {
      await pause(options, { round, what: 'reading rows', left: open.length });
      const request = { [options.tableName]: { Keys: open.map((key) => ({ ...key })) } };
      const answer = await options.client.send(new BatchGetCommand({ RequestItems: request, ReturnConsumedCapacity: 'TOTAL' }));
      const rows = answer.Responses?.[options.tableName] ?? [];
      for (const row of rows) found.set(`${row['pk']}|${row['sk']}`, row);
      const used =
        answer.ConsumedCapacity?.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0) ??
        rows.reduce((sum, row) => sum + estimatedUnits(bytesOf(row)), 0);
      meterRead(options, 'batchGet', used);
      units += used;
      open = answer.UnprocessedKeys?.[options.tableName]?.Keys ?? [];
    }
  }
  return { rows: keys.map(({ pk, sk }) => found.get(`${pk}|${sk}`)).filter((row) => row !== undefined), units };
}

/** Unconditional puts: only for rows that say the same whenever they are written. */
async function putMany(options: TableOptions, rows: readonly Row[]): Promise<void> {
  for (const chunk of chunksOf(rows, BATCH_WRITE)) {
    let open = chunk.map((row) => ({ PutRequest: { Item: { ...row } } }));
    for (let round = 0; open.length > 0; round += 1) {
      await pause(options, { round, what: 'writing rows', left: open.length });
      const command = new BatchWriteCommand({ RequestItems: { [options.tableName]: open }, ReturnConsumedCapacity: 'TOTAL' });
      const answer = await options.client.send(command);
      meterWrite(
        options,
        'batchWrite',
        (answer.ConsumedCapacity ?? []).reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0),
      );
      const left = answer.UnprocessedItems?.[options.tableName] ?? [];
      open = left.flatMap(({ PutRequest }) => (PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }]));
    }
  }
}

/** Longer each round; gives up with an error that a retry of the whole step can help. */
async function pause(options: TableOptions, at: { readonly round: number; readonly what: string; readonly left: number }): Promise<void> {
  if (at.round === 0) return;
  if (at.round >= MOST_ROUNDS)
    throw new Error(`${at.what}: DynamoDB left ${at.left} unprocessed ${MOST_ROUNDS} times (throttled); try again`);
  await (options.wait ?? sleep)(Math.min(50 * 2 ** at.round, 3_000));
}

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

async function orRefused<T>(run: () => Promise<T>): Promise<T | 'refused'> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'refused';
    throw error;
  }
}

function* chunksOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** Where the table does not say what a read cost: half a unit for each started 4 kB. */
const estimatedUnits = (bytes: number): number => 0.5 * Math.max(1, Math.ceil(bytes / 4096));
const bytesOf = (row: Row): number =>
  Object.values(row).reduce<number>((sum, value) => sum + (value instanceof Uint8Array ? value.length : String(value).length), 0);

const meterRead = (options: TableOptions, operation: string, readUnits: number): void =>
  options.meter?.({ operation, readUnits, writeUnits: 0 });
const meterWrite = (options: TableOptions, operation: string, writeUnits: number): void =>
  options.meter?.({ operation, readUnits: 0, writeUnits });
