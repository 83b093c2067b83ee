import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import type { Contact } from '../../../core/coding/codebook/coded-item.ts';
import { readTokens } from '../../../core/coding/sentences/tokens.ts';
import { inOrder } from '../../../core/coding/sentences/word-order.ts';
import { lexicon, readTitle } from './reading.ts';

const DAY = '2025-06-02';
const first = (title: string): Contact | undefined =>
  codeItem({ id: 'x', title, text: null, date: DAY, outlet: null, lang: null }, lexicon).contacts[0];
const normsOf = (title: string): string =>
  readTitle(title)[0]
    ?.tokens.map(({ norm }) => norm)
    .join(' ') ?? '';

describe('words come into the order of English', () => {
  it.each([
    ['Токаев провел в Риме переговоры с Мелони', 'токаев held talks in риме with мелони'],
    ['Токаев принял в Астане премьера Италии', 'токаев received премьера италии in астане'],
    ['В Рим прибыл Токаев', 'токаев arrived to рим'],
    ['Токаев в среду отправится в Рим', 'токаев will travel to рим on wednesday'],
    ['Токаев с Мелони не переписывался', 'токаев not exchanged letters with мелони'],
    ['Планов визита Токаева пока нет', 'yet no plans for visit of токаева'],
    ['Разговор Токаева и Мелони по телефону', 'phone call of токаева and мелони'],
  ])('%s -> %s', (title, norms) => {
    expect(normsOf(title)).toBe(norms);
  });
  it('and keep the places where they were written', () => {
    const written = readTokens('Он провел вчера переговоры');
    const { tokens, starts, ends } = inOrder({ ...written, entities: [] });
    expect(tokens.map(({ norm }) => norm)).toEqual(['он', 'провел', 'переговоры', 'вчера']);
    expect([starts, ends]).toEqual([
      [0, 3, 16, 10],
      [2, 9, 26, 15],
    ]);
  });
  it.each([
    'Токаев принял приглашение Мелони',
    'Токаев провел переговоры с Мелони',
    'Токаев и Мелони встретились в Риме',
    'Самолет прилетел',
  ])('%s: stands as it should', (title) => {
    const written = { ...readTokens(title), entities: readTitle(title)[0]?.entities ?? [] };
    expect(inOrder(written)).toBe(written);
  });
});

describe('a Russian title in another order', () => {
  it.each([
    ['Токаев провел в Риме переговоры с Мелони', { status: 'held', place: 'Rome' }],
    ['Токаев 10 июня проведет в Риме переговоры с Мелони', { status: 'scheduled', date: '2025-06-10', place: 'Rome' }],
    ['Токаев принял в Астане главу МИД Италии', { status: 'held', level: 'minister', place: 'Astana' }],
    ['В Астану с официальным визитом прибыл премьер Италии', { status: 'underway', form: 'visit', parties: ['IT', 'KZ'] }],
    ['В Риме встретились Токаев и Мелони', { status: 'held', parties: ['IT', 'KZ'] }],
    ['Токаев на следующей неделе отправится в Италию', { status: 'scheduled', date: '2025-06-09/2025-06-15' }],
    ['Саммит Япония - Китай перенесен', { status: 'postponed', parties: ['CN', 'JP'] }],
    ['Переговоры итальянской и японской делегаций начались в Вене', { status: 'underway', parties: ['IT', 'JP'] }],
    ['Токаев принял спецпосланника президента Италии', { status: 'held', level: 'envoy', parties: ['IT', 'KZ'] }],
    ['Токаев принял в Астане посланника Мелони', { status: 'held', level: 'envoy', parties: ['IT', 'KZ'] }],
    ['Запроса на разговор Токаева с Мелони пока не поступало', { status: 'premature' }],
    ['Токаев вылетел в Абу-Даби', { parties: ['AE', 'KZ'], place: 'Abu Dhabi' }],
  ])('%s', (title, expected) => {
    expect(first(title)).toMatchObject(expected);
  });
});
