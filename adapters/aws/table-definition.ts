import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { TABLE_KEYS } from './environment.ts';

/** The one table as `CreateTable` wants it: for dynalite and for tests. On AWS infra/ makes the same from the same keys. */
export function tableDefinition(tableName: string): CreateTableCommandInput {
  const keysOf = ({ partition, sort }: { readonly partition: string; readonly sort: string }) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const indexes = Object.entries(TABLE_KEYS.indexes);
  const names = [TABLE_KEYS, ...indexes.map(([, index]) => index)].flatMap(({ partition, sort }) => [partition, sort]);
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
    KeySchema: keysOf(TABLE_KEYS),
    GlobalSecondaryIndexes: indexes.map(([name, index]) => ({
      IndexName: name,
      KeySchema: keysOf(index),
      Projection: {
        ProjectionType: index.projection,
        ...(index.attributes.length === 0 ? {} : { NonKeyAttributes: [...index.attributes] }),
      },
    })),
  };
}
