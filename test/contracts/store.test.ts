import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openDynamoStore, storeOn } from '../../adapters/aws/dynamo-store.ts';
import { tableDefinition } from '../../adapters/aws/table-definition.ts';
import { virtualClock } from '../../adapters/local/clock.ts';
import { LOCAL_TABLE, openDynalite } from '../../adapters/local/dynalite-server.ts';
import { openMemoryStore } from '../../adapters/local/memory-store.ts';
import { countedTable } from '../../cli/cost/counted-table.ts';
import { T0 } from '../builders.ts';
import { describeStore, type OpenedStore } from './store-contract.ts';

const settings = { clock: virtualClock(T0), retentionDays: 400 };

describeStore('memory twin', async () => ({ store: openMemoryStore(), close: async () => {} }));

describeStore('DynamoDB adapter on the table that counts the bill', async () => {
  const table = countedTable({ calls: 0, read: 0, write: 0, byOperation: new Map() });
  return { store: storeOn({ table, shards: 1, ...settings }), close: async () => {} };
});

for (const shards of [1, 3])
  describeStore(`DynamoDB adapter on dynalite, ${shards} shard(s)`, async () => {
    const database = await openDynalite(null);
    const store = openDynamoStore({ client: database.client, tableName: LOCAL_TABLE, shards, ...settings });
    return { store, close: database.close };
  });

const hasMoto = spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status === 0;
if (hasMoto) describeStore('DynamoDB adapter on moto', openOnMoto);
else console.info('moto_server is not installed: the store contract was SKIPPED on moto (it ran on the memory twin and on dynalite)');

async function openOnMoto(): Promise<OpenedStore> {
  const port = await freePort();
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    // moto checks a condition and writes in two steps, without a lock: side by side, two writers may both win. So it gets one request at a time.
    requestHandler: { httpAgent: { keepAlive: true, maxSockets: 1 } },
  });
  await untilItAnswers(client, server);
  const store = openDynamoStore({ client: DynamoDBDocumentClient.from(client), tableName: LOCAL_TABLE, ...settings });
  return {
    store,
    close: async () => {
      client.destroy();
      server.kill();
    },
  };
}

async function untilItAnswers(client: DynamoDBClient, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries += 1) {
    try {
      await client.send(new CreateTableCommand(tableDefinition(LOCAL_TABLE)));
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error('moto_server did not answer within 20 s');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
