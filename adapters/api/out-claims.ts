import { partyName, surnameOf } from '../../core/alert/party-name.ts';
import type { DenialRecord } from '../../core/story/dossier.ts';

/** schema.org Claim: what was claimed, by whom, and where the denial of it stands. Not ClaimReview: nobody here rates the claim. */
export function renderClaims(denials: readonly DenialRecord[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': denials.map(claimOf) });
}

export function claimOf(denial: DenialRecord): Record<string, unknown> {
  return {
    '@type': 'Claim',
    '@id': `urn:summitwire:denial:${denial.id}`,
    text: denial.claim,
    ...(denial.claimBy === null ? {} : { author: { '@type': 'Organization', name: partyName(denial.claimBy) } }),
    firstAppearance: { '@type': 'CreativeWork', datePublished: denial.firstAt },
    appearance: {
      '@type': 'Quotation',
      about: `${denial.strength === 'no_confirm' ? 'not confirmed' : denial.strength} by ${denierName(denial)}`,
      text: denial.quote.text,
      datePublished: denial.firstAt,
      ...(denial.quote.link === null ? {} : { url: denial.quote.link }),
      ...(denial.quote.outlet === null ? {} : { publisher: { '@type': 'Organization', name: denial.quote.outlet } }),
    },
  };
}

const denierName = ({ by, byName }: DenialRecord): string =>
  [byName === null ? null : surnameOf(byName), by === null ? null : partyName(by)].filter((each) => each !== null).join(', ') ||
  'an official';
