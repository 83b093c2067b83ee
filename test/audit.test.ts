import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge, knownSchema } from '../bench/audit/judge.ts';

const TODAY = '2026-11-21';
const URL_OF_IT = 'https://advisories.example/1';
const reportOf = (severity: string): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      'small-parser': { via: [{ title: 'reads too far', url: URL_OF_IT, severity }] },
      'its-user': { via: ['small-parser'] },
    },
  });
const EXCUSE = { url: URL_OF_IT, reason: 'we never call the function that is hit', until: '2026-12-31' };

describe('the audit of dependencies', () => {
  it.each(['high', 'critical'])('fails for a %s advisory', (severity) => {
    const { isBad, lines } = judge(reportOf(severity), [], TODAY);
    expect(isBad).toBe(true);
    expect(lines[0]).toBe(`BAD   ${severity} small-parser: reads too far (${URL_OF_IT})`);
  });

  it.each(['low', 'moderate'])('tells of a %s advisory and passes', (severity) =>
    expect(judge(reportOf(severity), [], TODAY)).toMatchObject({
      isBad: false,
      lines: [expect.stringContaining(severity), expect.anything()],
    }),
  );

  it('passes for one that is named with a reason, until the reason runs out', () => {
    expect(judge(reportOf('high'), [EXCUSE], TODAY).isBad).toBe(false);
    expect(judge(reportOf('high'), [EXCUSE], '2027-01-01').isBad).toBe(true);
  });

  it('says so aloud when the registry does not answer', () => {
    for (const answer of ['', 'npm error', '{"error":{"summary":"405"}}'])
      expect(judge(answer, [], TODAY)).toEqual({ isBad: false, lines: [expect.stringContaining('SKIPPED')] });
  });

  it('has only known advisories that are written as they should be', () => {
    expect(knownSchema.safeParse(JSON.parse(readFileSync('bench/audit/known.json', 'utf8'))).success).toBe(true);
  });
});
