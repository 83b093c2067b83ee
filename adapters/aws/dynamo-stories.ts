import type { DevelopmentRecord, DevelopmentStore, StoryStore } from '../../core/ports.ts';
import type { Development } from '../../core/story/development.ts';
import type { Story } from '../../core/story/dossier.ts';
import { DAY, timeOf } from '../../core/story/duration.ts';
import { hashId } from '../../core/story/identity.ts';
import { occasionsOf, rolesOf } from '../../core/story/occasion.ts';
import { type DynamoContext, expiryOf, partitionFor } from './dynamo-context.ts';
import { IF_ABSENT } from './dynamo-items.ts';
import {
  DEVELOPMENT_LINE,
  denialKey,
  developmentKey,
  developmentLineKey,
  INDEX,
  LAST,
  occasionLineKey,
  pairPartition,
  sequenceKey,
  storyKey,
  timeKey,
  WORK,
} from './table-keys.ts';
import { numberOf, packBody, ROW_VERSION, type Row, textOf, unpackBody } from './table-row.ts';

/** Rows for reading, each copied from a version of its dossier: an older copy never replaces a newer one. */
export function dynamoStories(context: DynamoContext): StoryStore {
  const put = (row: Row & { readonly version: number }, key: { readonly pk: string; readonly sk: string }) =>
    context.table.update(key, {
      set: { v: ROW_VERSION, ...row },
      condition: { expression: 'attribute_not_exists(#pk) OR #version < :version' },
    });
  return {
    putStory: async (story, dossierKey, version) => {
      const occasions = await putOccasions(context, story, version);
      await put(
        {
          version,
          occasions,
          body: packBody({ story, dossierKey }, `story ${story.id}`),
          ...listed(context, INDEX.stories, { at: story.lastMovedAt, id: story.id, parties: story.parties }),
        },
        storyKey(story.id),
      );
    },
    putDenial: async (denial, version) => {
      await put(
        {
          version,
          body: packBody(denial, `denial ${denial.id}`),
          ...listed(context, INDEX.denials, { at: denial.firstAt, id: denial.id, parties: [partiesIn(denial.dossierKey)] }),
        },
        denialKey(denial.id),
      );
    },
  };
}

/**
 * Lines under which a story that may belong to a gathering is found, before its row: a line without a row is never shown, a row without
 * its lines would not be found. Written only when they differ from those that the stored row tells of, or a week after, so that they outlive the
 * row; older lines stay, readers look at the row.
 */
async function putOccasions(context: DynamoContext, story: Story, version: number): Promise<string | null> {
  const keys = rolesOf(story).flatMap((role) => occasionsOf(story, role).map((occasion) => occasionLineKey(occasion, role, story)));
  if (keys.length === 0) return null;
  const week = Math.floor(timeOf(story.lastMovedAt) / WEEK);
  const mark = hashId(`week ${week}`, ...keys.map(({ pk, sk }) => `${pk} ${sk}`));
  const stored = await context.table.get(storyKey(story.id));
  const isWritten = stored !== null && (textOf(stored, 'occasions') === mark || numberOf(stored, 'version') >= version);
  if (!isWritten) {
    const expiresAt = expiryOf(context, new Date((week + 1) * WEEK).toISOString());
    await context.table.putMany(keys.map((key) => ({ ...key, v: ROW_VERSION, expiresAt })));
  }
  return mark;
}

const WEEK = 7 * DAY;

/** `leader:RU-US` -> `RU-US`. */
const partiesIn = (dossierKey: string): string => dossierKey.slice(dossierKey.indexOf(':') + 1);

type Listed = { readonly at: string; readonly id: string; readonly parties: readonly string[] };

/** Entries of a row in the two indexes that listings read. */
const listed = (context: DynamoContext, kind: string, { at, id, parties }: Listed): Row => ({
  gsi1pk: partitionFor(context, kind, id),
  gsi1sk: timeKey(at, id),
  gsi2pk: pairPartition(kind, parties),
  gsi2sk: timeKey(at, id),
  expiresAt: expiryOf(context, at),
});

export function dynamoDevelopments(context: DynamoContext): DevelopmentStore {
  const { table } = context;
  const read = async (id: string): Promise<DevelopmentRecord | null> => {
    const row = await table.get(developmentKey(id), true);
    return row === null ? null : { development: unpackBody<Development>(row), isFannedOut: row['gsi3pk'] === undefined };
  };
  return {
    read,
    get: async (id) => (await read(id))?.development ?? null,
    add: async (development, dueAt) => {
      await table.putMany([lineOf(context, development)]);
      return (await table.put(developmentRow(context, development, dueAt), IF_ABSENT)) === 'stored';
    },
    readInSequence: async (storyId, sequence) => {
      const { pk } = storyKey(storyId);
      const prefix = `${DEVELOPMENT_LINE}${sequenceKey(sequence)}#`;
      const { rows } = await table.query({
        index: null,
        partition: pk,
        from: prefix,
        to: `${prefix}${LAST}`,
        limit: 1,
        isNewestFirst: false,
      });
      const line = rows[0]?.['sk'];
      return typeof line === 'string' ? read(line.slice(prefix.length)) : null;
    },
    markFannedOut: async (id) => {
      await table.update(developmentKey(id), { set: { gsi3pk: null, gsi3sk: null }, condition: { expression: 'attribute_exists(#pk)' } });
    },
  };
}

function developmentRow(context: DynamoContext, development: Development, dueAt: string): Row {
  return {
    ...developmentKey(development.id),
    v: ROW_VERSION,
    body: packBody(development, `development ${development.id}`),
    ...listed(context, INDEX.developments, development),
    gsi3pk: partitionFor(context, WORK, development.id),
    gsi3sk: dueAt,
  };
}

const lineOf = (context: DynamoContext, { storyId, sequence, id, at }: Development): Row => ({
  ...developmentLineKey(storyId, sequence, id),
  v: ROW_VERSION,
  expiresAt: expiryOf(context, at),
});
