import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { TABLE_KEYS } from '../adapters/aws/environment.ts';

export type TableProps = { readonly maxReadUnits: number; readonly maxWriteUnits: number };

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table. It survives `destroy`, refuses deletion, can be wound back 35 days, and stops at so many requests a second. */
export function createTable(scope: Construct, { maxReadUnits, maxWriteUnits }: TableProps): TableV2 {
  const fuse = { maxReadRequestUnits: maxReadUnits, maxWriteRequestUnits: maxWriteUnits };
  return new TableV2(scope, 'Table', {
    partitionKey: text(TABLE_KEYS.partition),
    sortKey: text(TABLE_KEYS.sort),
    globalSecondaryIndexes: Object.entries(TABLE_KEYS.indexes).map(([indexName, index]) => ({
      indexName,
      partitionKey: text(index.partition),
      sortKey: text(index.sort),
      projectionType: ProjectionType[index.projection],
      ...(index.attributes.length === 0 ? {} : { nonKeyAttributes: [...index.attributes] }),
      ...fuse,
    })),
    billing: Billing.onDemand(fuse),
    dynamoStream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: TABLE_KEYS.expiry,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
