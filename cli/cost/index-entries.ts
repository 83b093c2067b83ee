import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from '../../adapters/aws/environment.ts';

const PARTITIONS = Object.values(TABLE_KEYS.indexes).map(({ partition }) => partition);
type Input = {
  readonly Item?: object;
  readonly UpdateExpression?: string;
  readonly RequestItems?: Readonly<Record<string, readonly { readonly PutRequest?: { readonly Item?: object } }[]>>;
};

/**
 * A row's entry in an index is billed as a write of its own (a unit, for they hold keys only); dynalite counts the table alone.
 * Counted before each write: one for each index key that it sets or removes. A key that is set again to what it was costs nothing on AWS, so this is the upper bound.
 */
export function countIndexEntries(client: DynamoDBDocumentClient, add: (entries: number) => void): void {
  client.middlewareStack.add(
    (next) => (args) => {
      add(entriesOf(args.input as Input));
      return next(args);
    },
    { step: 'initialize', name: 'countIndexEntries' },
  );
}

function entriesOf({ Item, UpdateExpression, RequestItems }: Input): number {
  const rows = [
    Item,
    ...Object.values(RequestItems ?? {}).flatMap((list) => (Array.isArray(list) ? list.map(({ PutRequest }) => PutRequest?.Item) : [])),
  ];
  const put = rows.flatMap((row) => (row === undefined ? [] : PARTITIONS.filter((name) => name in row))).length;
  return put + PARTITIONS.filter((name) => UpdateExpression?.includes(`#${name}`) === true).length;
}
