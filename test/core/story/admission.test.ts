import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../../core/alert/headline.ts';
import { ADMISSION_VERBS, isClaimAdmitted, readAdmission } from '../../../core/story/admission.ts';
import { develop } from '../../../core/story/develop.ts';
import type { Report } from '../../../core/story/dossier.ts';
import { reportsByDossier } from '../../../core/story/reports.ts';
import { aCodedItem, aDenialOf, anItem, T0 } from '../../builders.ts';
import { denied, hour, play, said } from './newsroom.ts';

const DAY = 24;
const KEY = 'denier:RU';

/** What a title says to the denier's dossier, days after the denial. */
function admitting(title: string, days: number, part: Partial<Report> = {}): Report {
  const item = anItem({ id: `item-${title}`, title, effectiveAt: hour(days * DAY), firstSeenAt: hour(days * DAY) });
  const report = reportsByDossier([{ item, coded: aCodedItem({ contacts: [] }), isBaseline: false }]).get(KEY)?.[0];
  return { ...(report ?? { ...said({ at: days * DAY }), contacts: [] }), ...part };
}
const denial = denied(
  aDenialOf({ by: 'RU', by_name: 'kremlin', claim: 'drafting a hit list of exiles', about_contact: false, claim_by: 'US' }),
  { at: 0 },
);

describe('a title that admits something', () => {
  it.each(ADMISSION_VERBS.map(({ example }) => [example]))('is read: %s', (title) => {
    expect(readAdmission(title, T0)).not.toBeNull();
  });

  it.each([
    'Kremlin does not confirm the phone call',
    'Moscow refuses to admit drafting the list',
    'Kremlin has yet to confirm the visit',
    'Three confirmed dead in Moscow blast',
    'Kremlin aide admitted to hospital in Moscow',
    'Singer admits lying about the tour',
    'Moscow and Washington confirm the exchange of letters',
    'Russia admits nothing about the list',
  ])('is not: %s', (title) => {
    expect(readAdmission(title, T0)).toBeNull();
  });

  it('belongs to the side of who speaks, by the office of that day', () => {
    expect(readAdmission('After a week, Kremlin now admits drafting the list', T0)?.by).toBe('RU');
    expect(readAdmission('Zelensky acknowledges secret talks with envoys', '2025-03-01T00:00:00.000Z')?.by).toBe('UA');
    expect(readAdmission('Zelensky acknowledges secret talks with envoys', '2015-03-01T00:00:00.000Z')).toBeNull();
  });

  it('is of what was denied when the words for the thing are the same, names left out', () => {
    expect(isClaimAdmitted('drafting a hit list of exiles', 'having a hit list of critics')).toBe(true);
    expect(isClaimAdmitted('attacking a hospital in Ukraine', 'holding prisoners in Ukraine')).toBe(false);
  });
});

describe('what was denied and is admitted', () => {
  it('is told once, with the words of the denial', () => {
    const { told, dossier } = play(
      [denial, admitting('Kremlin admits drafting hit list of exiles', 6), admitting('Russia acknowledges it drafted a hit list', 7)],
      { key: KEY },
    );
    expect(told.map(({ kind, sequence, reasons }) => [kind, sequence, reasons[0]])).toEqual([
      ['denial', 1, 'official denial'],
      ['denial', 2, 'reverses-denial'],
    ]);
    expect(told[1]).toMatchObject({
      what: 'Kremlin admits what was denied on 2026-03-01: drafting a hit list of exiles',
      before: denial.denials[0] === undefined ? null : { at: hour(0) },
    });
    expect(dossier?.denials[0]?.reversedBy).toBe(told[1]?.id);
    expect(told[1] === undefined ? '' : headlineOf(told[1])).toBe(
      'Kremlin (Russia) admits what was denied on 1 Mar 2026: drafting a hit list of exiles',
    );
  });

  it('is nothing when it was said before the denial, of another thing, or months later', () => {
    const titles = [admitting('Kremlin admits drafting hit list of exiles', -1), admitting('Kremlin admits delays of new trains', 3)];
    const late = admitting('Kremlin admits drafting hit list of exiles', 90);
    expect(play([denial, ...titles, late], { key: KEY }).told).toHaveLength(1);
  });

  it('is taken in silently from a baseline, and writes nothing where nothing was denied', () => {
    const quiet = play([denial, admitting('Kremlin admits drafting hit list of exiles', 6, { isBaseline: true })], { key: KEY });
    expect(quiet.told).toHaveLength(1);
    expect(quiet.dossier?.denials[0]?.reversedBy).not.toBeNull();
    const known = play([denial], { key: KEY }).dossier;
    const reports = [admitting('Kremlin admits delays of new trains', 3)];
    expect(develop(known, { key: KEY, reports }, { now: hour(72) }).dossier).toBe(known);
  });
});
