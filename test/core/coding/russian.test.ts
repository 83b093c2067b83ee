import { describe, expect, it } from 'vitest';
import { codeItem } from '../../../core/coding/code-item.ts';
import type { Contact } from '../../../core/coding/codebook/coded-item.ts';
import { findDenials } from '../../../core/coding/denials/denials.ts';
import { LANGUAGES } from '../../../core/coding/facts/language-data.ts';
import { formsOfWord, inflectionOf } from '../../../core/coding/words/inflection.ts';
import { entitiesOf, lexicon, readTitle } from './reading.ts';

const first = (title: string): Contact | undefined =>
  codeItem({ id: 'x', title, text: null, date: '2025-06-02', outlet: null, lang: null }, lexicon).contacts[0];
const rows = inflectionOf(LANGUAGES[0]?.inflection ?? []);

describe('forms of Russian words', () => {
  it.each([
    ['путин', 'путиным'],
    ['макрон', 'макроном'],
    ['зеленский', 'зеленскому'],
    ['захарова', 'захаровой'],
    ['россия', 'россией'],
    ['кремль', 'кремле'],
    ['украина', 'украиной'],
    ['песков', 'пескову'],
  ])('%s -> %s', (base, form) => {
    expect(formsOfWord(base, rows)).toContain(form);
  });
  it('leaves words that do not change alone', () => {
    expect(new Set(formsOfWord('макао', rows))).toEqual(new Set(['макао']));
  });
});

describe('Russian titles', () => {
  it.each([
    ['Разговор с Макроном возможен', 'Макроном', { country: 'FR', surname: 'macron', level: 'leader' }],
    ['В Кремле ждут ответа', 'Кремле', { country: 'RU', kind: 'metonym' }],
    ['Российский президент едет в Астану', 'Российский президент', { country: 'RU', kind: 'office', level: 'leader' }],
    ['Глава МИД Турции Хакан Фидан прибыл', 'Глава МИД Турции Хакан Фидан', { country: 'TR', surname: 'fidan', level: 'minister' }],
    [
      'Пресс-секретарь президента Дмитрий Песков ответил',
      'Пресс-секретарь президента Дмитрий Песков',
      { kind: 'spokesperson', behalf: 'RU' },
    ],
    ['Экс-президент Франции Николя Саркози ответил', 'Экс-президент Франции Николя Саркози', { country: 'FR', isFormer: true }],
    ['Премьер-министр Кении Джон Пример прибыл', 'Премьер-министр Кении Джон Пример', { country: 'KE', level: 'leader', via: 'title' }],
  ])('%s', (title, words, expected) => {
    expect(entitiesOf(title)[words]).toMatchObject(expected);
  });
  it.each([
    ['То есть Путин прибыл', 'То'],
    ['Во вторник Путин прибыл', 'Во'],
    ['Дан старт переговорам Путина', 'Дан'],
  ])('%s: a small word is no surname', (title, word) => {
    expect(entitiesOf(title)[word]).toBeUndefined();
  });
  it.each([
    ['Разговор с Президентом Федеративной Республики Бразилия', 'Президентом Федеративной Республики Бразилия', 'BR'],
    ['Глава Белого дома прибыл', 'Глава Белого дома', 'US'],
    ['Офис президента Украины ответил', 'Офис президента Украины', 'UA'],
    ['Кенийский лидер прибыл', 'Кенийский лидер', 'KE'],
    ['Рабат ответил Мадриду', 'Рабат', 'MA'],
    ['Президент Египта ас-Сиси прибыл', 'Президент Египта ас-Сиси', 'EG'],
    ['Бойко Борисов прибыл', 'Бойко Борисов', 'BG'],
    ['Помощник президента Италии прибыл', 'Помощник президента Италии', 'IT'],
  ])('%s: the state is told by its official name, its seat and its adjective', (title, words, country) => {
    expect(entitiesOf(title)[words]).toMatchObject({ country });
  });
  it('share an office along a list', () => {
    expect(entitiesOf('Президенты России и Турции поговорили')['Турции']).toMatchObject({ kind: 'office', level: 'leader', country: 'TR' });
  });
});

describe('a Russian contact', () => {
  it.each([
    ['Цены на нефть упали после встречи Токаева и Мелони'],
    ['Лира подорожала перед визитом Токаева в Рим'],
    ['В Вене усилят охрану накануне саммита Токаева и Мелони'],
    ['В последний раз Токаев и Мелони виделись весной'],
  ])('%s: only tells when', (title) => {
    expect(first(title)).toMatchObject({ background: true });
  });
  it.each([
    ['Рим: звонка Мелони Токаеву не было', { parties: ['IT', 'KZ'], form: 'phone', status: 'denied' }],
    ['Токаев предложил провести в Астане встречу Мелони и Орбана', { parties: ['HU', 'IT'], status: 'proposed' }],
    ['Мелони заявила, что обсудила с Токаевым транзит', { parties: ['IT', 'KZ'], status: 'held' }],
    ['Итало-японские переговоры отложены', { parties: ['IT', 'JP'], status: 'postponed' }],
    ['Второй раунд российско-турецких консультаций прошел в Вене', { parties: ['RU', 'TR'], status: 'held', place: 'Vienna' }],
    ['Визит Ким Чен Ына в Пекин отменен', { parties: ['CN', 'KP'], status: 'cancelled' }],
    ['В Вене встретились главы МИД Италии и Японии', { parties: ['IT', 'JP'], level: 'minister' }],
  ])('%s', (title, expected) => {
    expect(first(title)).toMatchObject(expected);
  });
});

describe('Russian denials', () => {
  it.each([
    ['Кремль опроверг сообщения о письме', 'RU', 'denied'],
    ['МИД Ирана отверг обвинения в поставках', 'IR', 'rejected'],
    ['Песков назвал публикацию вымыслом', 'RU', 'fake'],
    ['В Анкаре опровергли данные о визите', 'TR', 'denied'],
  ])('%s', (title, by, strength) => {
    expect(findDenials(readTitle(title), lexicon)[0]).toMatchObject({ by, strength });
  });
  it('are not read where neither yes nor no is said', () => {
    expect(
      findDenials(readTitle('Песков не подтвердил и не опроверг данные о разговоре'), lexicon).map((denial) => denial.strength),
    ).toEqual(['no_confirm']);
  });
});
