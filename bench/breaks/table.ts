/**
 * Bugs to put into the code, one at a time, so that the tests of docs/faults.md are seen to fail (bench/breaks.ts does it).
 * `find` must stand just once in its file; `tests` must all fail; a test in a contract names the file that runs it.
 */
export type Break = {
  /** Rows of docs/faults.md. */
  readonly faults: readonly number[];
  readonly what: string;
  readonly changes: readonly { readonly file: string; readonly find: string; readonly put: string }[];
  readonly tests: readonly { readonly file: string; readonly name: string }[];
};

const change = (file: string, find: string, put: string) => ({ file, find, put });
const of = (file: string, ...names: readonly string[]) => names.map((name) => ({ file, name }));

const CATALOGUE = 'test/simulation/catalogue.test.ts';
const HANDLERS = 'test/functions/handlers.test.ts';
const ON_HANDLERS = 'test/simulation/on-handlers.test.ts';
const STACKS = 'test/infra/stacks.test.ts';
const POLL_FEED = 'test/core/pipeline/poll-feed.test.ts';
const DISPATCH = 'test/core/pipeline/dispatch-polls.test.ts';
const DYNAMO = 'test/adapters/dynamo-store.test.ts';
const ALL_SEEDS = 'keeps its promises whatever goes wrong';
const BUILT = 'the built handlers keep their promises while calls fail, workers die, messages and records come twice, late or never';

export const BREAKS: readonly Break[] = [
  {
    faults: [1],
    what: 'the dossier is written without its outbox',
    changes: [
      change(
        'core/pipeline/commit.ts',
        'ports.store.dossiers.commit(dossier, outbox, ports.ids.next())',
        'ports.store.dossiers.commit(dossier, null, ports.ids.next())',
      ),
    ],
    tests: [
      ...of('test/core/pipeline/crash.test.ts', 'loses nothing and tells nothing twice, dying between any two of its calls'),
      ...of('test/adapters/kill.test.ts', '$when $name: nothing is lost, nothing is told twice'),
    ],
  },
  {
    faults: [2],
    what: 'a lease never ends',
    changes: [
      change(
        'adapters/local/memory-store-alerts.ts',
        "alert.state === 'pending' || (alert.state === 'claimed' && (alert.lease?.until ?? now) <= now)",
        "alert.state === 'pending' || now === ''",
      ),
    ],
    tests: of('test/core/pipeline/send-alerts.test.ts', 'another sender takes over when the lease of a dead one has ended'),
  },
  {
    faults: [2],
    what: 'an at-most-once message gets an ordinary lease',
    changes: [
      change(
        'core/pipeline/send-alerts.ts',
        'subscription?.isAtMostOnce === true ? NEVER : laterThan(now, LEASE_MS)',
        'laterThan(now, LEASE_MS)',
      ),
    ],
    tests: of(
      'test/core/pipeline/send-alerts.test.ts',
      'an at-most-once message whose sender dies while it publishes is never published again',
    ),
  },
  {
    faults: [3],
    what: 'a publish that failed counts as sent',
    changes: [
      change('adapters/aws/sns-channels.ts', 'return sendFailure(error);', "return { kind: 'sent', receipt: sendFailure(error).reason };"),
    ],
    tests: of(ON_HANDLERS, BUILT),
  },
  {
    faults: [3],
    what: 'a claim is granted whoever holds the lease',
    changes: [
      change(
        'adapters/local/memory-store-alerts.ts',
        'if (stored === undefined || !isClaimable(stored, now)) return null;',
        'if (stored === undefined) return null;',
      ),
    ],
    tests: of('test/simulation/simulation.test.ts', ALL_SEEDS),
  },
  {
    faults: [4],
    what: 'an alert is parked after three tries',
    changes: [change('core/pipeline/send-alerts.ts', 'export const MOST_ATTEMPTS = 30;', 'export const MOST_ATTEMPTS = 3;')],
    tests: of(CATALOGUE, 'a way out that is down for six hours loses no alert, and is asked less and less'),
  },
  {
    faults: [5],
    what: 'a throttled publish counts as refused for good',
    changes: [
      change(
        'adapters/aws/sns-errors.ts',
        "? { kind: 'failed', isRetryable: true, isUnsent: true, reason }",
        "? { kind: 'failed', isRetryable: false, isUnsent: true, reason }",
      ),
    ],
    tests: [
      ...of(HANDLERS, 'keeps an alert that SNS throttles and sends it later'),
      ...of('test/adapters/aws/ways-out.test.ts', '%s: a later try can help: %s; certainly not sent: %s'),
    ],
  },
  {
    faults: [6],
    what: 'invisible characters stay in texts',
    changes: [change('core/alert/sanitise.ts', ".replace(INVISIBLE, '')", '')],
    tests: of('test/core/alert/render.test.ts', 'never break a subject, a mail, a text message or the JSON'),
  },
  {
    faults: [6],
    what: 'an alert that SNS refuses for good is tried again',
    changes: [
      change(
        'adapters/aws/sns-errors.ts',
        "if (REFUSED_FOR_GOOD.has(name)) return { kind: 'failed', isRetryable: false",
        "if (REFUSED_FOR_GOOD.has(name)) return { kind: 'failed', isRetryable: true",
      ),
    ],
    tests: of(HANDLERS, 'parks an alert that SNS refuses for good, and the others go on'),
  },
  {
    faults: [7],
    what: 'no number of items is a flood',
    changes: [change('core/feed/flood.ts', 'const FLOOD_ITEMS = 30;', 'const FLOOD_ITEMS = 3000;')],
    tests: of(POLL_FEED, 'of old items is one haul of untold facts; a burst of true news is not'),
  },
  {
    faults: [7],
    what: 'no limit of items',
    changes: [change('core/feed/element-stack.ts', 'const MOST_ITEMS = 10_000;', 'const MOST_ITEMS = 10_000_000;')],
    tests: of('test/core/feed/parse.test.ts', 'says how many items it left out of a feed that is too long'),
  },
  {
    faults: [7],
    what: 'the pace is counted and not kept',
    changes: [change('adapters/aws/pace.ts', 'if (delay > 0) await wait(delay);', '')],
    tests: of('test/adapters/aws/ways-out.test.ts', 'lets at most so many messages a second go to one address, whatever comes at once'),
  },
  {
    faults: [8],
    what: 'the item is blamed for a throttled store',
    changes: [
      change('core/pipeline/is-transient.ts', 'if (!(error instanceof Error)) return false;', 'if (error !== undefined) return false;'),
    ],
    tests: of('test/core/pipeline/is-transient.test.ts', 'the world is to blame for %s'),
  },
  {
    faults: [8],
    what: 'items that could not be stored count as stored',
    changes: [
      change('core/pipeline/absorb.ts', 'await ports.store.items.add(records);', 'await ports.store.items.add(records).catch(() => {});'),
    ],
    tests: [
      ...of(CATALOGUE, 'a store that refuses every fourth call loses nothing'),
      ...of('test/simulation/on-dynalite.test.ts', 'keeps its promises on dynalite and an SNS that lose answers, throttle and fail'),
      ...of(ON_HANDLERS, BUILT),
    ],
  },
  {
    faults: [8],
    what: 'when all items of a feed fail, each is blamed',
    changes: [
      change(
        'core/pipeline/absorb-found.ts',
        'if (done.length === 0 && found.length > 1 && failures.length === Math.min(found.length, ALL_FAIL))',
        'if (failures.length < 0)',
      ),
    ],
    tests: of(POLL_FEED, 'is not blamed when none of its neighbours can be taken in either: nothing is seen, nothing written'),
  },
  {
    faults: [9],
    what: 'any version of a dossier may be overwritten',
    changes: [
      change(
        'adapters/local/memory-store-dossiers.ts',
        'if ((stored?.dossier.version ?? 0) === dossier.version - 1) {',
        'if (dossier.version > 0) {',
      ),
    ],
    tests: [
      ...of('test/contracts/store.test.ts', 'of racing writers of one version just one wins'),
      ...of('test/core/pipeline/commit.test.ts', 'end with the facts of both and one story, though both began from the same version (%s)'),
    ],
  },
  {
    faults: [9],
    what: 'a lost race is said to be final',
    changes: [change('core/pipeline/commit.ts', 'readonly isRetryable = true;', 'readonly isRetryable = false;')],
    tests: of('test/core/pipeline/commit.test.ts', 'a writer that always loses gives up with an error that says a retry can help'),
  },
  {
    faults: [9],
    what: 'a refused state counts as written',
    changes: [
      change(
        'core/pipeline/poll-feed.ts',
        "return (await ports.store.feeds.writeState(turn.state)) === 'stored' ? told : { ...told, outcome: 'conflict' };",
        'await ports.store.feeds.writeState(turn.state);\n  return told;',
      ),
      change(
        'core/pipeline/poll-feed.ts',
        "if (haul.seen !== null && (await seen.save(haul.seen)) === 'conflict') return report(poll.feed, 'conflict');",
        'if (haul.seen !== null) await seen.save(haul.seen);',
      ),
    ],
    tests: of(POLL_FEED, 'of the faster of two pollers is no loss to the slower: it says "conflict" and leaves the state alone'),
  },
  {
    faults: [10],
    what: "the writer's token is not looked at",
    changes: [
      change(
        'adapters/aws/dynamo-dossiers.ts',
        "return stored !== null && textOf(stored, 'token') === token ? 'stored' : 'conflict';",
        "return stored !== null && textOf(stored, 'token') === 'another' ? 'stored' : 'conflict';",
      ),
    ],
    tests: of(DYNAMO, 'a commit whose answer was lost and that is sent again is our success, and so is a state'),
  },
  {
    faults: [11],
    what: 'what a batch left unprocessed is forgotten',
    changes: [
      change(
        'adapters/aws/table-client.ts',
        'open = left.flatMap(({ PutRequest }) => (PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }]));',
        'open = left.flatMap(() => []);',
      ),
    ],
    tests: of(
      DYNAMO,
      'what a batch leaves unprocessed is asked for again',
      'a batch that is never processed ends in an error that says so',
    ),
  },
  {
    faults: [12],
    what: 'texts are stored however long',
    changes: [change('core/pipeline/bound-item.ts', 'content: 20_000', 'content: 20_000_000')],
    tests: of('test/core/pipeline/bound-item.test.ts', 'a row stays under 100 kB whatever its texts hold'),
  },
  {
    faults: [12],
    what: 'the limit of a row is ten times as high',
    changes: [change('adapters/aws/table-row.ts', 'if (packed.length > MOST_BYTES)', 'if (packed.length > 10 * MOST_BYTES)')],
    tests: of(DYNAMO, 'a row that would come near the limit is refused by name'),
  },
  {
    faults: [13, 16],
    what: 'a slot counts for an hour',
    changes: [change('core/pipeline/dispatch-polls.ts', 'return slot > Date.parse(since)', 'return slot > Date.parse(since) - 3_600_000')],
    tests: [
      ...of(DISPATCH, 'that come twice dispatch nothing the second time', 'however they fall, dispatch each slot once'),
      ...of(HANDLERS, 'hands each feed out once in its interval, and the same feeds when a tick is tried again'),
    ],
  },
  {
    faults: [14],
    what: 'only slots of the last minute count',
    changes: [
      change(
        'core/pipeline/dispatch-polls.ts',
        'return slot > Date.parse(since)',
        'return slot > Math.max(Date.parse(since), Date.parse(now) - 60_000)',
      ),
    ],
    tests: of(DISPATCH, 'that were missed for three hours are caught up once, not eighteen times'),
  },
  {
    faults: [15, 22],
    what: 'a development that comes again is told again',
    changes: [
      change('core/pipeline/fan-out.ts', 'if (stored.developmentIds.includes(wanted.development.id)) return null;', ''),
      change(
        'functions/send-alerts.ts',
        'return stored === null || stored.isFannedOut ? [] : fanOut([stored.development], sender);',
        'return stored === null ? [] : fanOut([stored.development], sender);',
      ),
      change(
        'core/pipeline/fan-out.ts',
        'return (await alerts.get(own.id)) === null && (await alerts.add(own)) ? own.id : null;',
        "const again = own.id + '-' + now;\n  await alerts.add({ ...own, id: again });\n  return again;",
      ),
    ],
    tests: [
      ...of(CATALOGUE, 'messages that all come twice, late and in no order, are told once'),
      ...of(HANDLERS, 'tells nothing twice when the stream brings the same record again'),
      ...of(ON_HANDLERS, BUILT),
    ],
  },
  {
    faults: [16],
    what: 'an older state replaces a newer',
    changes: [
      change(
        'adapters/local/memory-store-feeds.ts',
        "if ((tables.feedStates.get(state.feedId)?.version ?? 0) !== state.version - 1) return 'conflict';",
        '',
      ),
    ],
    tests: of('test/contracts/store.test.ts', 'keeps a feed state and refuses a write on an older version'),
  },
  {
    faults: [17],
    what: 'one message that cannot be read fails the whole batch',
    changes: [
      change(
        'functions/poll-feeds.ts',
        'processPartialResponse(batch, pollRecord, new BatchProcessor(EventType.SQS), { context, throwOnFullBatchFailure: false }),',
        'Promise.all(batch.Records.map((record) => pollRecord(record, context))).then(() => ({ batchItemFailures: [] })),',
      ),
    ],
    tests: of(HANDLERS, 'reads a feed into the table, and gives back only the message that it cannot understand'),
  },
  {
    faults: [17],
    what: 'a record without a key counts as done',
    changes: [
      change(
        'functions/send-alerts.ts',
        'if (partition === undefined) throw new Error(',
        'if (partition === undefined) return [];\n  if (partition === null) throw new Error(',
      ),
    ],
    tests: of(HANDLERS, 'gives back only the stream record that it cannot read'),
  },
  {
    faults: [18],
    what: 'a message is tried fifty times',
    changes: [change('infra/pipeline-stack.ts', 'maxReceiveCount: POLL_TRIES', 'maxReceiveCount: 50')],
    tests: of(STACKS, 'gives the poll queue six times the time of its worker, five tries, and a dead-letter queue'),
  },
  {
    faults: [18],
    what: 'a message that is no JSON counts as done',
    changes: [
      change(
        'adapters/aws/poll-queue.ts',
        'throw new Error(`a poll message is no JSON:',
        'return { feedIds: [] };\n    throw new Error(`a poll message is no JSON:',
      ),
    ],
    tests: of(ON_HANDLERS, BUILT),
  },
  {
    faults: [18],
    what: 'messages are written in a form that nobody reads',
    changes: [change('adapters/aws/poll-queue.ts', 'JSON.stringify({ v: 1, feedIds })', 'JSON.stringify({ v: 2, feedIds })')],
    tests: of('test/contracts/sns-on-moto.test.ts', 'carry poll messages, and move one that is never understood to the dead-letter queue'),
  },
  {
    faults: [19],
    what: 'the deadline is not looked at',
    changes: [
      change('core/pipeline/poll-feeds.ts', 'if (ports.clock.now() >= options.deadline) return', "if (options.deadline === '') return"),
    ],
    tests: of('test/core/pipeline/poll-feeds.test.ts', 'gives back what was not begun before the deadline'),
  },
  {
    faults: [19],
    what: 'what there was no time for is not sent back',
    changes: [change('functions/poll-feeds.ts', 'if (report.unfinished.length > 0) await', 'if (report.unfinished.length > 1000) await')],
    tests: of(HANDLERS, 'gives what it has no time for back to the queue as a smaller message'),
  },
  {
    faults: [20],
    what: 'a batch of the stream is not bisected',
    changes: [change('infra/triggers.ts', 'bisectBatchOnFunctionError: true', 'bisectBatchOnFunctionError: false')],
    tests: of(STACKS, 'passes only inserts of development rows from the stream, and puts aside what fails'),
  },
  {
    faults: [20],
    what: 'the sweep leaves outboxes alone',
    changes: [
      change(
        'core/pipeline/sweep.ts',
        'if (record !== null) await payOutbox(record, ports);\n      return record?.outbox?.developments ?? [];',
        'return record === undefined ? [payOutbox].flatMap(() => []) : [];',
      ),
    ],
    tests: of(HANDLERS, 'pays what a dead writer owed, and tells it'),
  },
  {
    faults: [21],
    what: 'the sweep fans nothing out',
    changes: [
      change(
        'core/pipeline/sweep.ts',
        'return record === null || record.isFannedOut ? [] : [record.development];',
        'return record === null ? [] : [];',
      ),
    ],
    tests: of(CATALOGUE, 'a stream that never brings anything loses nothing: the sweep tells it all'),
  },
  {
    faults: [22],
    what: 'the stream passes changes too',
    changes: [change('infra/triggers.ts', "eventName: ['INSERT']", "eventName: ['INSERT', 'MODIFY']")],
    tests: of(STACKS, 'passes only inserts of development rows from the stream, and puts aside what fails'),
  },
  {
    faults: [23],
    what: 'a report by a clock behind the dossier’s own is passed over',
    changes: [
      change(
        'core/pipeline/commit.ts',
        'const result = await change(before);',
        'const isBehind = before?.stories.some(({ lastMovedAt }) => lastMovedAt > ports.clock.now()) ?? false;\n    const result = isBehind && before !== null ? { dossier: before, developments: [], decisions: [] } : await change(before);',
      ),
    ],
    tests: of(CATALOGUE, 'clocks ten minutes apart lose nothing and tell nothing twice'),
  },
  {
    faults: [23],
    what: 'a date in the future is believed',
    changes: [
      change(
        'core/feed/make-item.ts',
        'if (Date.parse(publishedAt) > Date.parse(firstSeenAt) + CLOCK_SKEW_MS)',
        'if (Date.parse(publishedAt) > Date.parse(firstSeenAt) + 1e6 * CLOCK_SKEW_MS)',
      ),
    ],
    tests: of('test/core/feed/make-item.test.ts', 'of an item dated %s is %s (%s)'),
  },
  {
    faults: [24],
    what: 'a local day always has 24 hours',
    changes: [
      change(
        'core/alert/rhythm.ts',
        'lastLocal(new Date(Date.parse(end) - 1).toISOString(), rhythm.at, rhythm.zone)',
        'new Date(Date.parse(end) - 24 * HOUR).toISOString()',
      ),
    ],
    tests: of(
      'test/core/alert/time.test.ts',
      'has exactly one slot a local day, each beginning where the one before ended, over a whole year and in odd zones',
    ),
  },
  {
    faults: [24],
    what: 'local times are those of UTC',
    changes: [
      change(
        'core/alert/rhythm.ts',
        'const end = lastLocal(now, rhythm.at, rhythm.zone);',
        "const end = lastLocal(now, rhythm.at, 'UTC');",
      ),
    ],
    tests: of('test/core/alert/time.test.ts', 'comes once %s'),
  },
  {
    faults: [24],
    what: 'quiet hours hold a minute longer',
    changes: [change('core/alert/quiet-hours.ts', 'now >= from || now < to;', 'now >= from || now <= to;')],
    tests: of('test/core/alert/time.test.ts', 'are over at their end, and hold nothing by day'),
  },
  {
    faults: [25],
    what: 'the strongest key of an item is forgotten',
    changes: [
      change(
        'core/feed/seen-keys.ts',
        '[...candidate.keys, ...before].slice(0, SEEN_LIMITS.keysPerItem)',
        '[...candidate.keys, ...before].slice(1, SEEN_LIMITS.keysPerItem)',
      ),
    ],
    tests: of('test/core/feed/seen-keys.test.ts', 'a document that comes again, in any order and with any repeats, brings nothing new'),
  },
  {
    faults: [25],
    what: 'an item is known by its guid alone, letter by letter',
    changes: [
      change(
        'core/feed/identity.ts',
        'parsed.guid === null ? null : canonicalGuid(parsed.guid)',
        'parsed.guid ?? (canonicalGuid.length === 0 ? "" : null)',
      ),
      change('core/feed/seen-keys.ts', 'for (const key of candidate.keys) {', 'for (const key of candidate.keys.slice(0, 1)) {'),
    ],
    tests: of(POLL_FEED, 'keeps its id when its guid flips to https and its link moves'),
  },
  {
    faults: [26],
    what: 'a key that several items share counts',
    changes: [change('core/feed/identity.ts', '.filter((key) => owners.get(key)?.size === 1)', '.filter((key) => owners.has(key))')],
    tests: of(
      'test/core/feed/identity.test.ts',
      'a guid that all items share identifies none of them, and none is lost',
      'two versions of an item under one guid are both kept',
    ),
  },
  {
    faults: [26],
    what: 'words name no item',
    changes: [
      change('core/feed/identity.ts', 'if (words.length >= MIN_TEXT_LENGTH) named.push', 'if (words.length > 1e9) named.push'),
      change('core/feed/identity.ts', "[hash('whole', whatItSays(draft))]", "[hash('whole', '')]"),
    ],
    tests: of('test/core/feed/identity.test.ts', 'items without guid and link are known by their words'),
  },
  {
    faults: [27],
    what: 'a known item is never looked at again',
    changes: [
      change(
        'core/feed/seen-keys.ts',
        'known !== null && known.fingerprint !== candidate.fingerprint',
        'known !== null && known.fingerprint === undefined',
      ),
    ],
    tests: of(POLL_FEED, 'that is edited becomes a revision of the first, once, and is coded anew'),
  },
  {
    faults: [27],
    what: 'a revision says all of its text anew',
    changes: [
      change(
        'core/pipeline/revision.ts',
        '(contacts.has(assertionOf(contact)) ? { ...contact, background: true } : contact)',
        '(contacts.has(assertionOf(contact)) ? { ...contact } : contact)',
      ),
    ],
    tests: of(
      'test/core/pipeline/revision.test.ts',
      'that says the same in other words moves nothing, though it comes after another outlet’s news',
    ),
  },
  {
    faults: [28],
    what: 'seen keys are not read',
    changes: [change('core/pipeline/seen-rows.ts', 'recent: stored === null ? [] : unpackSeenKeys(stored.keys),', 'recent: [],')],
    tests: of(CATALOGUE, 'an item that stands in its feed for four hundred days is told once'),
  },
  {
    faults: [29],
    what: 'bodies may be a thousand times larger',
    changes: [change('adapters/http/read-body.ts', 'if (size > maxBytes) {', 'if (size > maxBytes * 1000) {')],
    tests: of('test/adapters/http/limits.test.ts', '%s stops at the limit of bytes, soon and without filling the memory'),
  },
  {
    faults: [29],
    what: 'no time for the whole request',
    changes: [
      change('adapters/http/http-client.ts', 'AbortSignal.timeout(limits.wholeMs)', 'AbortSignal.timeout(limits.wholeMs * 10)'),
      change('adapters/http/http-client.ts', 'headersTimeout: limits.wholeMs,', 'headersTimeout: limits.wholeMs * 10,'),
      change('adapters/http/http-client.ts', 'bodyTimeout: limits.wholeMs,', 'bodyTimeout: limits.wholeMs * 10,'),
    ],
    tests: of('test/adapters/http/limits.test.ts', '%s is cut off when the time for the whole request is over'),
  },
  {
    faults: [29],
    what: 'each end tag is looked for however often none was found',
    changes: [
      change('core/feed/element-stack.ts', 'const MOST_CLOSE_SEARCHES = 50;', 'const MOST_CLOSE_SEARCHES = 1e9;'),
      change('core/feed/element-stack.ts', 'const FARTHEST_CLOSE = 100_000;', 'const FARTHEST_CLOSE = 1e9;'),
    ],
    tests: of('test/core/feed/hostile.test.ts', '$name'),
  },
  {
    faults: [29],
    what: 'one feed’s error ends the turn',
    changes: [
      change('adapters/http/feed-fetcher.ts', 'return describeFailure(error,', 'throw error;\n      return describeFailure(error,'),
      change(
        'core/pipeline/poll-feeds.ts',
        'const reason = error instanceof Error ? error.message : String(error);',
        'throw error;\n    const reason = String(error);',
      ),
    ],
    tests: of(
      'test/adapters/http/poll-over-http.test.ts',
      'every misbehaviour is one line of a report, and the good feeds beside them bring their items',
    ),
  },
  {
    faults: [29],
    what: 'one feed’s back-off holds all',
    changes: [
      change('core/pipeline/dispatch-polls.ts', 'const hold = hostHold(mine, schedule);', 'const hold = hostHold(feeds, schedule);'),
      change(
        'core/pipeline/dispatch-polls.ts',
        "line?.holdScope === 'host' && line.holdUntil !== null",
        'line !== undefined && line.holdUntil !== null',
      ),
    ],
    tests: of('test/simulation/simulation.test.ts', 'one feed that never answers delays no other by more than a slot'),
  },
  {
    faults: [30],
    what: 'a name may resolve to anything',
    changes: [
      change(
        'adapters/http/address-guard.ts',
        'addresses.filter(({ address }) => mayReach(address, reach))',
        'addresses.filter(() => reach !== null)',
      ),
    ],
    tests: of(
      'test/adapters/http/address-guard.test.ts',
      'by a name that resolves to it',
      'is refused at the next connection when it has become private',
    ),
  },
  {
    faults: [30],
    what: 'the open socket is not looked at',
    changes: [
      change(
        'adapters/http/guarded-connector.ts',
        'if (mayReach(address, options.reach)) return callback(null, socket);',
        'if (address !== mayReach.name) return callback(null, socket);',
      ),
    ],
    tests: of(
      'test/adapters/http/address-guard.test.ts',
      'is refused when the socket that opened has a private address at its other end, whatever the lookup said',
    ),
  },
  {
    faults: [31],
    what: 'no data is no breach',
    changes: [change('infra/alarms.ts', 'missing: TreatMissingData.BREACHING', 'missing: TreatMissingData.NOT_BREACHING')],
    tests: of(STACKS, 'take silence for a failure where nothing is checked'),
  },
  {
    faults: [32],
    what: 'only a subscription that waits is a problem',
    changes: [
      change('core/alert/subscription-health.ts', "if (standing === 'confirmed') return null;", "if (standing !== 'pending') return null;"),
    ],
    tests: [
      ...of(HANDLERS, 'counts a subscription that vanished at SNS'),
      ...of('test/core/alert/decide.test.ts', 'finds one that is %s at SNS'),
    ],
  },
  {
    faults: [32],
    what: 'the doctor does not say that nobody is subscribed',
    changes: [change('cli/doctor/after-deploy.ts', 'nobody gets alerts yet', 'all is well')],
    tests: of('test/cli/doctor.test.ts', 'walks the chain, a line for each part'),
  },
  {
    faults: [33],
    what: 'a dossier is written whole, not updated',
    changes: [
      change(
        'adapters/aws/dynamo-dossiers.ts',
        'const written = await table.update(dossierKeyOf(dossier.key), {\n        set: { ...dossierRow(context, dossier, outbox), token },\n        condition: ifVersion(dossier.version - 1),\n      });',
        'const all = Object.entries({ ...dossierKeyOf(dossier.key), ...dossierRow(context, dossier, outbox), token });\n      const written = await table.put(Object.fromEntries(all.filter(([, value]) => value !== null)), ifVersion(dossier.version - 1));',
      ),
    ],
    tests: of(DYNAMO, 'attributes that a later version added survive an update'),
  },
  {
    faults: [33],
    what: 'a poll message with an unknown key is refused',
    changes: [change('adapters/aws/poll-queue.ts', 'z.object({ v: z.literal(1)', 'z.strictObject({ v: z.literal(1)')],
    tests: of('test/adapters/aws/ways-out.test.ts', 'reads messages of newer code, and says what is wrong with others'),
  },
  {
    faults: [33],
    what: 'rows that an earlier release left readable are not read',
    changes: [change('adapters/aws/table-row.ts', "if (typeof packed === 'string') return JSON.parse(packed);", '')],
    tests: [
      ...of('test/cli/recovery.test.ts', 'is read whole, and written down again with the same rows'),
      ...of('test/cli/upgrade.test.ts', 'is read whole: its stories, developments, denials, alerts, feeds, and why an item was told'),
    ],
  },
  {
    faults: [33],
    what: 'seen keys of an earlier release are passed over',
    changes: [change('core/pipeline/seen-rows.ts', 'recent: stored === null ? [] : unpackSeenKeys(stored.keys),', 'recent: [],')],
    tests: of('test/cli/upgrade.test.ts', 'takes no known item for a new one, and tells nothing again'),
  },
  {
    faults: [34],
    what: 'another service than CloudWatch may publish alarms',
    changes: [
      change('infra/alarms.ts', "new ServicePrincipal('cloudwatch.amazonaws.com')", "new ServicePrincipal('events.amazonaws.com')"),
    ],
    tests: of(STACKS, 'all reach the operations topic, whose policy lets CloudWatch publish, without a key that it could not use'),
  },
];
