/**
 * Titles that promise thoughts about the news, not the news: questions, explanations, lists, opinion. What such an item says of a
 * contact is taken as recalled. Each row with an example.
 */
export const ANALYSIS_CUES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  { pattern: /^(why|how|what|who|where|will|can|could|should|is|are|does|do|did)\b(?!.*\blive\b)/i, example: 'Why the summit matters' },
  { pattern: /\?$/, example: 'A summit in Vienna: who gains?' },
  {
    pattern: /\b(takeaways|explained|explainer|analysis|opinion|fact.?check|timeline|in (maps|pictures|photos|charts))\b/i,
    example: 'Five takeaways from the summit',
  },
  {
    pattern: /^(editorial|commentary|column|letters?|podcast|newsletter|newspaper headlines|watch(?! live)|review)\b/i,
    example: 'Watch: the handshake',
  },
  { pattern: /[:;]\s*(how|why|what)\b|\bhere'?s (how|why)\b/i, example: 'Missed signals: how the talks collapsed' },
  {
    pattern: /\b(here'?s what|what to (know|expect|watch)|things to know|the view from|a look (back )?at|lessons from|history of)\b/i,
    example: 'What to know about the talks',
  },
];

/** True when the title reads as analysis. */
export const readsAsAnalysis = (title: string | null): boolean =>
  title !== null && ANALYSIS_CUES.some(({ pattern }) => pattern.test(plain(title)));

const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/^['"“”\s]+/, '')
    .trim();
