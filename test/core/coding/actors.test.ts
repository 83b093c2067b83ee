import { describe, expect, it } from 'vitest';
import {
  isActor,
  isInOffice,
  isLeader,
  isParty,
  isPerson,
  isPrincipal,
  isState,
  isUnnamedGroup,
} from '../../../core/coding/entities/actors.ts';
import { oneOfEach } from '../../../core/coding/entities/party-codes.ts';
import { normsBetween } from '../../../core/coding/words/text.ts';
import { entitiesOf } from './reading.ts';

const one = (title: string) => Object.values(entitiesOf(title))[0];

describe('who an entity is', () => {
  it.each([
    ['Macron arrived', [isPerson, isPrincipal, isInOffice, isLeader, isActor, isParty]],
    ['The French president arrived', [isPerson, isPrincipal, isInOffice, isLeader, isActor, isParty]],
    ['Former French president Sarkozy arrived', [isPerson, isActor, isParty]],
    ['A French envoy arrived', [isPerson, isActor, isParty]],
    ["Macron's adviser arrived", [isParty]],
    ['The Kremlin answered', [isState, isActor, isParty]],
    ['Brazil answered', [isState, isActor, isParty]],
    ['The two leaders met', [isUnnamedGroup]],
  ] as const)('is asked of the first in "%s"', (title, tests) => {
    const named = one(title);
    const all = [isPerson, isPrincipal, isInOffice, isLeader, isState, isActor, isParty, isUnnamedGroup];
    expect(all.filter((test) => named !== undefined && test(named)).map(({ name }) => name)).toEqual(tests.map(({ name }) => name));
  });

  it('is nobody where nobody is named', () => {
    expect([isPerson, isPrincipal, isState, isActor, isParty].some((test) => test(undefined) || test(null))).toBe(false);
  });

  it('counts the first of each state', () => {
    const named = Object.values(entitiesOf('Macron and Merz meet the French president'));
    expect(oneOfEach(named).map(({ country }) => country)).toEqual(['FR', 'DE']);
  });
});

describe('the norms of a stretch', () => {
  it('end with the sentence', () => {
    const tokens = ['a', 'call', 'today'].map((norm) => ({ norm }));
    expect(normsBetween(tokens, 1, 9)).toBe('call today');
    expect(normsBetween(tokens, 3, 5)).toBe('');
  });
});
