import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { boundCoded, boundItem } from '../../../core/pipeline/bound-item.ts';
import { aCodedItem, aContact, anEvidence, anItem } from '../../builders.ts';

test('cuts a text that is too long and says so', () => {
  const bounded = boundItem(anItem({ content: 'word '.repeat(400_000) }));
  expect(bounded.content).toMatch(/ \[\.\.\. cut: the first 20000 of 2000000 characters\]$/);
  expect(bounded.title).toBe(anItem().title);
});

test('a row stays under 100 kB whatever its texts hold', () => {
  let seed = 1;
  const noise = Array.from({ length: 300_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (seed % 20_000));
  }).join('');
  const item = boundItem(anItem({ title: noise, summary: noise, content: noise, link: `https://news.example/${noise}` }));
  const coded = boundCoded(
    aCodedItem({ contacts: Array.from({ length: 500 }, () => aContact({ evidence: anEvidence({ sentence: noise }) })) }),
  );
  expect(item.link).toBeNull();
  expect(deflateRawSync(JSON.stringify({ item, coded })).length).toBeLessThan(100_000);
});

test('never leaves half of a surrogate pair', () => {
  const bounded = boundItem(anItem({ title: `${'a'.repeat(999)}😀 and more` }));
  expect(bounded.title).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  expect(bounded.title).toMatch(/^a{999} \[/);
});

test('keeps what stands around the nucleus of an endless sentence', () => {
  const sentence = `${'x '.repeat(3_000)}summit${' y'.repeat(3_000)}`;
  const { evidence } =
    boundCoded(aCodedItem({ contacts: [aContact({ evidence: anEvidence({ sentence, start: 6_000, end: 6_006 }) })] })).contacts[0] ??
    aContact();
  expect(evidence.sentence.length).toBe(1_000);
  expect(evidence.sentence.slice(evidence.start, evidence.end)).toBe('summit');
});
