import type { Headline } from './headlines.ts';

/** What is to come, what is going on and what is over, told by tense, clause and kind of text. */
export const STILL_TO_COME: readonly Headline[] = [
  // The present tense of a time clause
  { title: 'Merz will offer a deal when he visits Ankara', reads: ['DE-TR scheduled visit'] },
  { title: 'Macron promises an answer once he meets Xi', reads: ['CN-FR scheduled'] },
  { title: 'Trade first on the list when Modi and Xi hold talks on Friday', reads: ['CN-IN scheduled @2025-08-15'] },
  { title: 'Sanchez laughed when he met Macron', reads: ['ES-FR held'] },
  // One "to" for two verbs
  { title: 'Macron to open a museum, meet Merz', reads: ['DE-FR scheduled'] },
  { title: 'Meloni will address students and meet Macron', reads: ['FR-IT scheduled'] },
  {
    title: 'Morning brief',
    text: 'Meloni is due to land in Ankara on Friday and hold talks with Erdogan.',
    reads: ['IT-TR scheduled visit in:Ankara'],
  },
  // A stop before, still to come as well
  {
    title: 'Morning brief',
    text: 'Meloni will visit Ankara after attending a summit with Macron in Lima later this week.',
    reads: ['IT-TR scheduled visit', 'FR-IT scheduled in:Lima'],
  },
  { title: 'Morning brief', text: "Putin and Macron won't discuss gas during the talks in Lima.", reads: ['FR-RU scheduled in:Lima'] },
  // On the way, and told as a whole
  { title: 'Sanchez travels to Ankara for talks with Erdogan', reads: ['ES-TR scheduled'] },
  {
    title: 'Spanish Prime Minister Pedro Sanchez travels to Ankara to meet Turkish President Recep Tayyip Erdogan.',
    reads: ['ES-TR held'],
  },
  // Come for it
  { title: 'Sanchez arrives for Turkey summit', reads: ['ES-TR underway'] },
  { title: 'Turkish officials arrive in Madrid for talks with Spanish ministers', reads: ['ES-TR underway'] },
  { title: 'Spain: all well', text: 'Spanish Prime Minister Pedro Sanchez is on a visit to Turkey.', reads: ['ES-TR underway visit'] },
  {
    title: 'Modi, Xi discuss trade',
    text: 'Indian Prime Minister Narendra Modi opened talks with Xi Jinping on Tuesday.',
    reads: ['CN-IN underway'],
  },
  // Hopes, likelihoods, and what the text knows better
  { title: 'Macron likely to visit Ankara in May', reads: ['FR-TR possible visit'] },
  {
    title: 'Sanchez hopes Turkey visit will help',
    text: 'Sanchez is due to visit Ankara on Friday.',
    reads: ['ES-TR scheduled @2025-08-15'],
  },
  { title: 'Spain says after talks with Turkey that a group of states is working on a plan for the strait', reads: ['ES-TR held'] },
  { title: 'Merz wants one thing from the NATO summit. Will he get it.', reads: ['DE-NATO scheduled'] },
  { title: 'Macron and Xi wrap talks on cars', reads: ['CN-FR held'] },
  { title: 'Merz talks trade with China’s Xi', reads: ['CN-DE held talks'] },
  { title: 'Trade first in Merz talks with Xi', reads: ['CN-DE underway talks'] },
  // The first to have done it
  { title: 'Pedro Sanchez becomes the first Spanish premier to visit Ghana', reads: ['ES-GH held visit'] },
  { title: 'Sanchez will be the first Spanish premier to visit Ghana', reads: ['ES-GH scheduled visit'] },
  // The time of what is said around it
  { title: 'Spain and Turkey will sign a pact during a visit by Recep Tayyip Erdogan to Madrid.', reads: ['ES-TR scheduled'] },
  { title: 'Spain and Turkey signed a pact during a visit by Recep Tayyip Erdogan to Madrid.', reads: ['ES-TR held'] },
  { title: 'Macron says a deal can be sealed at the EU summit', reads: ['EU-FR scheduled'] },
  // A live page
  { title: 'Modi-Xi summit live: leaders hail warm talks', reads: ['CN-IN underway'] },
];
