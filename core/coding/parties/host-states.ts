import { isPerson } from '../entities/actors.ts';
import { placeOf } from '../entities/locatives.ts';
import type { Frame } from '../frames/frames.ts';
import { type Place, STATES, statesNamed } from '../lexicon/cities.ts';
import { flatten, lastWhere } from '../words/sequences.ts';
import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';

/** "Berlin asks Ankara for a date for Scholz's visit": of two states the one that the traveller is not of, where the sentence names it. */
export function visitedState({ scan, form, args, nucleus }: Frame, parties: readonly string[]): Place | null {
  if (form !== 'visit' || parties.length !== 2) return null;
  const agents = scan.groups.filter(({ preposition, from }) => preposition === 'by' && from >= nucleus.to && from - nucleus.to <= 3);
  const travellers = [flatten(agents, ({ members }) => members), args.doers, args.core].map((list) => list.filter(isPerson));
  const home = new Set((travellers.find((list) => list.length > 0) ?? []).map(({ country }) => country));
  const host = parties.filter((party) => !home.has(party));
  if (host.length !== 1 || home.size === 0) return null;
  const named = scan.sentence.entities.filter(
    ({ kind, country, surname }) => kind === 'country' && country === host[0] && surname === null,
  );
  const best = named.find(({ via }) => via === 'metonym') ?? named[0];
  return best === undefined
    ? (ownerState(scan.sentence, host[0] ?? '') ?? writtenState(scan.sentence, host[0] ?? ''))
    : placeOf(scan.sentence, best);
}

/** "Norway's prime minister": the state in front of a title. */
function ownerState({ tokens, entities }: Sentence, country: string): Place | null {
  const titled = entities.find((entity) => entity.country === country && tokens[entity.from + 1]?.norm === "'s");
  const text = titled === undefined ? undefined : tokens[titled.from]?.text;
  return text === undefined ? null : { text, country, isState: true };
}

/** "UK parliament", "Kenyan court": the state stands in the name of something else. */
function writtenState({ tokens }: Sentence, country: string): Place | null {
  const token = tokens.find(({ norm, isCapital }) => isCapital && statesNamed(norm) === country);
  return token === undefined ? null : { text: token.text, country, isState: true };
}

const LAND = wordSet('country island kingdom nation islands archipelago republic emirate sultanate');
/** "holds talks with Carney on his first visit to the country": of two states the one that the traveller is not of. */
export function thatCountry({ scan, args }: Frame, parties: readonly string[]): Place | null {
  if (parties.length !== 2 || !scan.nuclei.some(({ row }) => row.isTravel === true)) return null;
  const { tokens, entities } = scan.sentence;
  const at = tokens.findIndex(({ norm }, k) => LAND.has(norm) && normOf(tokens, k - 1) === 'the' && normOf(tokens, k - 2) === 'to');
  const trip = scan.nuclei.find(({ row, to }) => row.isTravel === true && to <= at - 1 && at - to <= 3);
  if (at < 0 || trip === undefined) return null;
  const isRelative = tokens.slice(Math.max(0, trip.from - 3), trip.from + 1).some(({ norm }) => norm === 'who');
  const before = lastWhere(entities, ({ to, country }) => to <= trip.from && country !== null && parties.includes(country));
  const traveller = isRelative
    ? before
    : (args.subject[0] ?? entities.find(({ country }) => country !== null && parties.includes(country)));
  const host = parties.filter((party) => party !== traveller?.country);
  const name = host.length === 1 ? STATES.get(host[0] ?? '') : undefined;
  return name === undefined ? null : { text: name, country: host[0] ?? null, isState: true };
}
