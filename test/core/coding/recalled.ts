import type { Headline } from './headlines.ts';

/** News of one contact that recalls another one: of before, of others, or as what the news is measured by. */
export const RECALLED: readonly Headline[] = [
  // Later sentences of a text
  {
    title: 'Merz asks Xi for a call',
    text: 'The two last spoke in May.',
    reads: ['CN-DE proposed', 'CN-DE held bg @2025-05-01/2025-05-31'],
  },
  {
    title: 'Sanchez puts off his trip to Ankara',
    text: 'He met Recep Tayyip Erdogan in Rome in March.',
    reads: ['ES-TR postponed visit', 'ES-TR held bg in:Rome @2025-03-01/2025-03-31'],
  },
  { title: 'Meloni will visit Cairo', text: 'She called Macron on Monday.', reads: ['EG-IT scheduled', 'FR-IT held phone @2025-08-11'] },
  {
    title: 'Modi ready to meet Xi',
    text: 'A summit of Modi and Xi in Goa was called off last month.',
    reads: ['CN-IN willing', 'CN-IN cancelled bg'],
  },
  {
    title: 'Qatar is open to talks with Egypt',
    text: 'Doha broke off the talks with Cairo earlier this year.',
    reads: ['EG-QA willing', 'EG-QA cancelled bg'],
  },
  // Beside the news of the same sentence
  { title: 'Macron to attend G20 summit despite cancellation of talks with Putin', reads: ['FR-XX scheduled', 'FR-RU cancelled bg'] },
  { title: 'Trump will not see Modi during his trip to India', reads: ['IN-US declined', 'IN-US scheduled visit bg'] },
];
