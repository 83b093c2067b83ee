/** Items as a news feed has them; the texts are ours. */
export type SampleItem = 'plain' | 'offer' | 'agreement';
/** Items that stand in the feed at a time. */
export const DOCUMENT_ITEMS = 25;
export const SAMPLE_START = '2026-03-01T08:00:00.000Z';

const TEXTS: Record<SampleItem, { readonly title: string; readonly body: string }> = {
  plain: {
    title: 'Heavy snow closes mountain roads for a third day',
    body: 'Rescue teams reached two villages on Sunday, the regional weather service said.',
  },
  offer: {
    title: 'Putin offers to meet Trump',
    body: 'The Russian president has offered to meet US President Donald Trump, the Kremlin said.',
  },
  agreement: {
    title: 'Putin and Trump agree to meet in Budapest',
    body: 'The Russian and US presidents have agreed to meet in Budapest, the Kremlin said.',
  },
};

/** Summaries of news feeds have some hundred characters. */
const MORE =
  ' Officials on both sides said that the work would go on, and that no date had been agreed for another round. A spokesman declined to say more before the weekend, and added that the matter would be looked at again when the reports were in. Offices in three cities stayed closed.';

/** The newest item first, each with an address of its own; the last of them only, as feeds show them. */
export function renderSample(items: readonly SampleItem[]): Uint8Array {
  const rows = items.map((kind, index) => {
    const date = new Date(Date.parse(SAMPLE_START) + index * 60_000).toUTCString();
    return `<item><title>${TEXTS[kind].title}</title><link>https://news.example/${index}</link><guid>${index}</guid><pubDate>${date}</pubDate><description>${TEXTS[kind].body}${MORE}</description></item>`;
  });
  return new TextEncoder().encode(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Sample</title><link>https://news.example/</link><description>sample</description>${rows.slice(-DOCUMENT_ITEMS).reverse().join('')}</channel></rss>`,
  );
}
