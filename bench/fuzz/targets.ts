import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readCursor, signCursor } from '../../adapters/api/cursor.ts';
import { signWebhook, verifyWebhook } from '../../adapters/local/webhook.ts';
import { checkConfig, describeProblem } from '../../config/check-config.ts';
import { codeItem } from '../../core/coding/code-item.ts';
import { type CodedItem, STATUSES } from '../../core/coding/codebook/coded-item.ts';
import { explainItem } from '../../core/coding/explain.ts';
import { buildLexicon } from '../../core/coding/lexicon/lexicon.ts';
import { FeedParseError } from '../../core/feed/feed-parse-error.ts';
import { readOpml, writeOpml } from '../../core/feed/opml.ts';
import { parseFeed } from '../../core/feed/parse.ts';
import type { ParsedFeed } from '../../core/feed/parsed-feed.ts';
import { readReplayLine } from '../../core/pipeline/replay-line.ts';
import { checkFilter, formatFilter, parseFilter } from '../../core/story/filter.ts';
import { ROW_KINDS } from '../../core/story/filter-facet.ts';
import { T0 } from '../../test/builders.ts';
import { damagedBytes, damagedJson, damagedText } from './damage.ts';
import { STORED_TARGETS } from './stored.ts';

export type FuzzTarget = () => fc.IAsyncProperty<[unknown]> | fc.IProperty<[unknown]>;

/** What no input of a few kilobytes may cost (milliseconds of this process's CPU). */
const MOST_CPU_MS = 3_000;

function inTime<T>(run: () => T): T {
  const before = process.cpuUsage();
  const answer = run();
  expectInTime(before);
  return answer;
}
function expectInTime(before: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(before);
  if ((user + system) / 1000 > MOST_CPU_MS) throw new Error(`it took ${Math.round((user + system) / 1000)} ms of CPU`);
}
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

// ---------------------------------------------------------------- parser

const FEEDS_FOLDER = new URL('../../test/fixtures/feeds/', import.meta.url);
const FEEDS = readdirSync(FEEDS_FOLDER)
  .filter((name) => /\.(xml|feed)$/.test(name))
  .map((name) => readFileSync(new URL(name, FEEDS_FOLDER)));
const CHARSETS = 'utf-8|windows-1251|gbk|shift_jis|utf-16|iso-2022-jp|nonsense|'.split('|');
const MARKUP =
  '<item>|</item>|<entry>|</entry>|<title>|</title>|<link href="|"|\'|>|/>|<|&|;|&#|&#x1F600;|]]>|<![CDATA[|<!--|-->|<?|?>|<!DOCTYPE a [|<!ENTITY a "b">|&a;|<content type="xhtml">|xmlns:a="b"|xml:base="../c"|{"items":[{|"|,|}|]|\\ud83d|\0'.split(
    '|',
  );
/** NUL, C0 controls, DEL and halves of surrogate pairs. */
const UNCLEAN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

async function parseAny([bytes, charset, isPacked]: [Buffer, string, boolean]): Promise<void> {
  const before = process.cpuUsage();
  const options = charset === '' ? {} : { contentType: `text/xml; charset=${charset}` };
  const answer = await parseFeed(isPacked ? gzipSync(bytes) : bytes, options).catch((error: unknown) => error);
  expectInTime(before);
  if (answer instanceof FeedParseError) return must(answer.code !== 'unreadable', `an error that nobody foresaw: ${answer.message}`);
  if (answer instanceof Error) throw answer;
  const feed = answer as ParsedFeed;
  for (const text of JSON.stringify(feed).split('"')) must(!UNCLEAN.test(text), `unclean: ${text}`);
  for (const { published, updated } of feed.items)
    for (const date of [published, updated]) must(date === null || new Date(date).toISOString() === date, `no date: ${date}`);
}

// ---------------------------------------------------------------- coder

type Examples = readonly { readonly reads?: readonly string[]; readonly ignores?: readonly string[] }[];
const rowsOf = (path: string): Examples => Object.values([readJson(path)].flat(2) as Examples);
const SENTENCES = ['data/operators.json', 'data/denials.json']
  .flatMap((path) => rowsOf(path))
  .flatMap(({ reads = [], ignores = [] }) => [...reads, ...ignores])
  .filter((text) => typeof text === 'string');
const WORDS =
  'Putin|Trump|Xi|the Kremlin|White House|Путин|Трамп|переговоры|отрицает| not | never | no | to | will | may | if | unless | until |, |. |: |" | “|” |’s |—|(|)| March 9 | 2025 | 31 February | Friday | of | and | between | in | summit | talks | denies | ruled out | postponed '.split(
    '|',
  );
const lexicon = buildLexicon();

function codeAny([title, text, date, lang]: [string, string, string | null, string | null]): void {
  const input = { id: 'x', title, text, date, outlet: 'Outlet', lang };
  const coded = inTime(() => codeItem(input, lexicon));
  expectSound(coded);
  must(isDeepStrictEqual(codeItem(input, lexicon), coded), 'the same item is coded otherwise the second time');
  inTime(() => explainItem(input, lexicon));
}

function expectSound({ relevance, contacts, denials }: CodedItem): void {
  must(relevance >= 0 && relevance <= 1, `relevance ${relevance}`);
  for (const { parties, status, confidence, evidence } of contacts) {
    must(parties.length > 0 && isDeepStrictEqual([...parties].sort(), parties), `parties ${parties}`);
    must(STATUSES.includes(status), `status ${status}`);
    must(confidence > 0 && confidence < 1, `confidence ${confidence}`);
    must(evidence.sentence.slice(evidence.start, evidence.end) !== '', 'no evidence');
  }
  for (const { claim, confidence } of denials)
    must(wordsIn(claim) <= 15 && confidence > 0 && confidence < 1, `denial ${claim} ${confidence}`);
}

/** As a person counts them: what holds a letter or a digit. */
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

// ---------------------------------------------------------------- small doors

const FILTERS = [
  'parties:RU,US severity:major since:7d',
  '-status:held level:leader contested text:"two words" until:2026-02-24',
  'outlet:"The Outlet" confidence:>0.5 denial by:RU',
];
const FILTER_PIECES = 'parties:|status:|text:|"|-|,|:| |since:|until:|RU|held|>|<|0.5|7d|2026-02-31|\\|(|)|severity:|kind:'.split('|');

function filterAny(text: string): void {
  const parsed = inTime(() => parseFilter(text));
  if (parsed.kind === 'error') {
    must(parsed.message !== '' && parsed.column >= 1, `no message for ${text}`);
    return;
  }
  for (const kind of ROW_KINDS) checkFilter(parsed.filter, kind, { now: T0 });
  const written = formatFilter(parsed.filter);
  const again = parseFilter(written);
  must(again.kind === 'filter' && formatFilter(again.filter) === written, `written as ${written}, it reads otherwise`);
}

const CURSOR = signCursor({ question: '/stories', store: 'STORY#0', now: T0 }, 'secret');

function cursorAny(cursor: string): void {
  const read = readCursor(cursor, { question: '/stories', now: T0 }, 'secret');
  must(typeof read === 'string' || isSameToken(cursor), `a cursor that nobody signed is taken: ${cursor}`);
}
/** Base64url has more than one spelling of the same bytes, and what stands behind a second dot is not read. */
const isSameToken = (cursor: string): boolean => {
  const [body, signature = ''] = cursor.split('.');
  const [ownBody, ownSignature = ''] = CURSOR.split('.');
  return body === ownBody && Buffer.from(signature, 'base64url').equals(Buffer.from(ownSignature, 'base64url'));
};

const SIGNED = { secret: 'secret', timestamp: String(Date.parse(T0) / 1000), id: 'al_1', body: '{"v":1}' };
const SIGNATURE = signWebhook(SIGNED);

function webhookAny([signature, body, timestamp]: [string, string, string]): void {
  const isTaken = verifyWebhook(signature, { ...SIGNED, body, timestamp }, T0);
  const isOurs = signature === SIGNATURE && body === SIGNED.body && timestamp === SIGNED.timestamp;
  must(isTaken === isOurs, isTaken ? 'a delivery that nobody signed is taken' : 'our own delivery is refused');
}

const CONFIG = { settings: readJson('config/settings.json'), feeds: (readJson('config/feeds.json') as unknown[]).slice(0, 3), overlay: [] };

function configAny([settings, feeds, overlay]: [unknown, unknown, unknown]): void {
  const { config, problems } = inTime(() => checkConfig({ settings, feeds, overlay }));
  must(Array.isArray(config.feeds) && config.polling.intervalMinutes >= config.polling.minMinutes - 5, 'no config');
  for (const problem of problems) must(describeProblem(problem).length > 10, 'a problem without words');
  const again = checkConfig({ settings, feeds: config.feeds, overlay });
  must(again.config.feeds.length === config.feeds.length, 'feeds that were checked are refused when they are checked again');
}

function lineAny(line: string): void {
  const read = inTime(() => readReplayLine(line, T0));
  must(read.kind === 'item' ? !Number.isNaN(Date.parse(read.item.firstSeenAt)) : read.reason !== '', 'neither item nor reason');
}

const OPML = [
  '<opml version="2.0"><body><outline text="a"><outline type="rss" text="b" xmlUrl="https://example.org/b"/></outline></body></opml>',
];
const OPML_PIECES = '<outline |xmlUrl="|"|/>|</outline>|text=\'|&amp;|&#0;|<!--|https://example.org/'.split('|');

function opmlAny(text: string): void {
  let feeds: ReturnType<typeof readOpml>;
  try {
    feeds = inTime(() => readOpml(text));
  } catch (error) {
    must(error instanceof Error && error.message !== '' && error.name !== 'TypeError', `an error that nobody foresaw: ${error}`);
    return;
  }
  const written = writeOpml(feeds.map((feed, n) => ({ ...feed, id: `f${n}`, title: `feed ${n}` })));
  must(readOpml(written).length === feeds.length, 'what was read is lost when it is written');
}

/** One row a door: what is put in, and what must hold whatever it is. */
export const FUZZ_TARGETS: Readonly<Record<string, FuzzTarget>> = {
  parser: () => {
    const text = damagedText(
      FEEDS.map((bytes) => bytes.toString('utf8')),
      MARKUP,
    ).map((soup) => Buffer.from(soup));
    return fc.asyncProperty(fc.tuple(fc.oneof(damagedBytes(FEEDS), text), fc.constantFrom(...CHARSETS), fc.boolean()), parseAny);
  },
  coder: () => {
    const words = damagedText(SENTENCES, WORDS);
    const years = { min: new Date('1000-01-01'), max: new Date('9998-01-01'), noInvalidDate: true };
    const date = fc.oneof(
      fc.constantFrom(null, '2025-10-15', T0),
      fc.date(years).map((day) => day.toISOString()),
    );
    return fc.property(fc.tuple(words, words, date, fc.constantFrom(null, 'en', 'ru', 'de', 'xx')), codeAny);
  },
  filter: () => fc.property(damagedText(FILTERS, FILTER_PIECES), filterAny),
  cursor: () => fc.property(fc.oneof(damagedText([CURSOR], ['.', '=', 'A', '_']), fc.string()), cursorAny),
  webhook: () =>
    fc.property(
      fc.tuple(
        fc.oneof(fc.constant(SIGNATURE), damagedText([SIGNATURE], ['v1=', 'v0=', 'a', '0'])),
        fc.oneof(fc.constant(SIGNED.body), damagedText([SIGNED.body], ['{', '"', '.'])),
        fc.oneof(fc.constant(SIGNED.timestamp), damagedText([SIGNED.timestamp], [' ', '0x', '1e9', 'NaN', '-', 'Infinity'])),
      ),
      webhookAny,
    ),
  config: () => fc.property(fc.tuple(damagedJson(CONFIG.settings), damagedJson(CONFIG.feeds), damagedJson(CONFIG.overlay)), configAny),
  line: () =>
    fc.property(
      damagedText(
        ['{"id":"a","title":"T","date":"2026-03-01","lang":null}'],
        ['{', '}', '"', ',', 'null', '[', '1e999', '"date":', '\\u0000', '\\ud800'],
      ),
      lineAny,
    ),
  opml: () => fc.property(damagedText(OPML, OPML_PIECES), opmlAny),
  ...STORED_TARGETS,
};
