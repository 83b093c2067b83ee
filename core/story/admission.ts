import type { LeaderRow } from '../coding/facts/lexicon-data.ts';
import { BODY_ROWS, COUNTRY_ROWS, LEADER_ROWS, METONYM_ROWS } from '../coding/facts/state-data.ts';
import { claimWords } from './claim.ts';

/** Somebody who speaks for a state or a body says that a thing is so. It is news when that side denied the thing before. */
export type Admission = { readonly by: string; readonly claim: string };

/** Verbs of admitting, each with a title that it reads. What follows is what is admitted. */
export const ADMISSION_VERBS: readonly { readonly words: string; readonly example: string }[] = [
  { words: 'admits?|admitted', example: 'Kremlin admits drafting the list' },
  { words: 'acknowledges?|acknowledged', example: 'Ankara acknowledges secret flights' },
  { words: 'concedes?|conceded', example: 'Madrid concedes that the letter was sent' },
  { words: 'confess(?:es|ed)', example: 'Pyongyang confesses to abducting tourists' },
  { words: 'confirms?|confirmed', example: 'White House confirms the phone call' },
  { words: 'owns? up to|owned up to', example: 'Oslo owns up to the budget blunder' },
  { words: '(?:comes?|came) clean (?:on|about|over)', example: 'Canberra comes clean about the midnight raid' },
];
const VERB = new RegExp(`\\b(?:${ADMISSION_VERBS.map(({ words }) => words).join('|')})\\b`, 'i');
/** Before the verb: it is not said, or somebody else is confirmed. */
const TAKEN_BACK =
  /\b(?:not|never|no|cannot|\w+n't|refus\w+ to|declin\w+ to|yet to|fail\w* to|unable to|short of|without|is|are|was|were|be|being)(?:\s+\w+ly)?\s*$/i;
/** After it: nothing is admitted, or somebody is let in. */
const EMPTY = /^\s*(?:no|nothing|not|to (?:hospital|the)|into|defeat|cases?|dead)\b/i;

/** What a title admits, and for whom; null when it admits nothing, or nobody who is known for a side. `at`: ISO time, for who held which office. */
export function readAdmission(title: string | null, at: string): Admission | null {
  const match = title === null ? null : VERB.exec(title);
  if (title === null || match === null) return null;
  const before = title.slice(0, match.index).replaceAll('’', "'");
  const claim = title.slice(match.index + match[0].length);
  if (TAKEN_BACK.test(before) || EMPTY.test(claim)) return null;
  const by = speakerOf(before.split(/[:;,–—]\s/).at(-1) ?? '', at);
  return by === null || claimWords(claim).size < 2 ? null : { by, claim: claim.trim() };
}

const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/'s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Names of states, seats of government and bodies -> their code. */
const SIDES: ReadonlyMap<string, string> = new Map([
  ...COUNTRY_ROWS.flatMap((row) => [...row.names, ...row.demonyms, ...row.capitals].map((name) => [wordsOf(name), row.code] as const)),
  ...[...METONYM_ROWS, ...BODY_ROWS].flatMap((row) => row.names.map((name) => [wordsOf(name), row.party] as const)),
]);

type Term = { readonly party: string; readonly from: string; readonly to: string };
let holders: ReadonlyMap<string, readonly LeaderRow[]> | null = null;

/** Offices held by people of a surname; who bears it is listed when it is first asked for. */
function termsOf(surname: string): readonly Term[] {
  holders ??= readHolders();
  return (holders.get(surname) ?? []).flatMap(({ terms }) => terms.map(readTerm));
}

function readHolders(): ReadonlyMap<string, readonly LeaderRow[]> {
  const held = new Map<string, LeaderRow[]>();
  const rows: readonly LeaderRow[] = LEADER_ROWS;
  for (const row of rows)
    for (const name of [row.surname ?? row.name, ...(row.aliases ?? [])]) {
      const surname = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
      const mine = held.get(surname);
      if (mine === undefined) held.set(surname, [row]);
      else mine.push(row);
    }
  return held;
}

/** "UA head_of_state 2019-05-20/" */
function readTerm(term: string): Term {
  const [party = '', , span = ''] = term.split(' ');
  const [from = '', to = ''] = span.split('/');
  return { party, from, to: to === '' ? '9999' : to };
}

/** The one side that a subject names: by state, seat or body; else by the surname of who is in office. Two sides are nobody's admission. */
function speakerOf(subject: string, at: string): string | null {
  const words = wordsOf(subject).trim().split(' ');
  if (words.length > 6) return null;
  const named = new Set<string>();
  for (let start = 0; start < words.length; start += 1)
    for (let end = start + 1; end <= words.length; end += 1) {
      const side = SIDES.get(` ${words.slice(start, end).join(' ')} `);
      if (side !== undefined) named.add(side);
    }
  const day = at.slice(0, 10);
  if (named.size === 0)
    for (const word of words) for (const { party, from, to } of termsOf(word)) if (from <= day && day <= to) named.add(party);
  const [only, other] = [...named];
  return other === undefined ? (only ?? null) : null;
}

/** Shared words that prove two wordings to be of one thing; names of states and people prove nothing. */
const MIN_SHARED = 2;

/** The thing that was denied is the thing that is admitted: half of the shorter wording's words, two at least, names left out. */
export function isClaimAdmitted(denied: string, admitted: string): boolean {
  const [one, other] = [stems(denied), stems(admitted)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= MIN_SHARED && shared >= 0.5 * Math.min(one.size, other.size);
}

const stems = (claim: string): ReadonlySet<string> =>
  new Set(
    [...claimWords(claim)]
      .filter((word) => !SIDES.has(` ${word} `))
      .map((word) => word.replace(/(?:ing|ed|es|s)$/, ''))
      .filter((word) => !SAYING.has(word)),
  );
/** Words about saying, not about the thing. */
const SAYING: ReadonlySet<string> = new Set([
  'report',
  'claim',
  'alleg',
  'allegation',
  'accusation',
  'suggestion',
  'rumour',
  'rumor',
  'deny',
  'say',
]);
