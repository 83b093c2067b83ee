import { mkdirSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { tableDefinition } from '../aws/table-definition.ts';
import { closeIterators } from './close-iterators.ts';

export const LOCAL_TABLE = 'summitwire';

export type LocalDatabase = { readonly client: DynamoDBDocumentClient; close(): Promise<void> };

/**
 * DynamoDB on this machine: dynalite in this process, on disk, reachable from 127.0.0.1 only, on a port of its own choice.
 * `path` null = in memory. The table is made on first use; its indexes cannot be added later, so all stand from the first day.
 */
export async function openDynalite(path: string | null): Promise<LocalDatabase> {
  if (path !== null) mkdirSync(path, { recursive: true });
  closeIterators();
  const server = dynalite({ createTableMs: 0, ...(path === null ? {} : { path }) });
  const port = await listen(server);
  // Nothing of AWS is used here, so its notice about future versions of Node helps nobody.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  });
  await ensureTable(client);
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    close: async () => {
      client.destroy();
      await new Promise<void>((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
      });
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => done());
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('opening the local store: its server has no port');
  return address.port;
}

async function ensureTable(client: DynamoDBClient): Promise<void> {
  if (await hasTable(client)) return;
  await client.send(new CreateTableCommand(tableDefinition(LOCAL_TABLE)));
  while (!(await hasTable(client))) await new Promise((done) => setTimeout(done, 10));
}

async function hasTable(client: DynamoDBClient): Promise<boolean> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: LOCAL_TABLE }));
    return Table?.TableStatus === 'ACTIVE';
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return false;
    throw error;
  }
}
