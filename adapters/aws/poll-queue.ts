import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';

/** A message of the poll queue: feeds for one worker. Unknown keys are ignored, so that old and new code read each other's. */
const messageSchema = z.object({ v: z.literal(1), feedIds: z.array(z.string().min(1)).min(1).max(2000) });
export type PollMessage = { readonly feedIds: readonly string[] };

export const pollMessageBody = ({ feedIds }: PollMessage): string => JSON.stringify({ v: 1, feedIds });

/** Reads a message's body; throws with what is wrong, so that it ends in the dead-letter queue and nowhere else. */
export function readPollMessage(body: string): PollMessage {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    throw new Error(`a poll message is no JSON: ${body.slice(0, 80)}`, { cause: error });
  }
  const parsed = messageSchema.safeParse(json);
  if (!parsed.success) throw new Error(`a poll message is not understood: ${z.prettifyError(parsed.error).slice(0, 300)}`);
  return parsed.data;
}

const BATCH = 10;

/** Sends every batch, ten to a request; throws when SQS refused any, with how many. */
export async function sendPolls(client: Pick<SQSClient, 'send'>, queueUrl: string, messages: readonly PollMessage[]): Promise<void> {
  for (let from = 0; from < messages.length; from += BATCH) {
    const entries = messages
      .slice(from, from + BATCH)
      .map((message, index) => ({ Id: String(index), MessageBody: pollMessageBody(message) }));
    const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
    const failed = answer.Failed ?? [];
    if (failed.length > 0)
      throw new Error(
        `SQS refused ${failed.length} of ${entries.length} poll messages: ${failed[0]?.Message ?? failed[0]?.Code}; the next minute tries again`,
      );
  }
}

/** What a worker could not begin goes back as a smaller message. */
export async function sendPollsBack(client: Pick<SQSClient, 'send'>, queueUrl: string, message: PollMessage): Promise<void> {
  await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: pollMessageBody(message) }));
}
