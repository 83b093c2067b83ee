/** What one check found, in one line each: what is, and what to do where it is not fine. */
export type Finding = { readonly state: 'fine' | 'note' | 'bad'; readonly what: string; readonly remedy?: string };
export type Check<Context> = { readonly name: string; run(context: Context): Promise<Finding | readonly Finding[]> };
export type Report = { readonly name: string; readonly findings: readonly Finding[] };

export const fine = (what: string): Finding => ({ state: 'fine', what });
export const note = (what: string, remedy: string): Finding => ({ state: 'note', what, remedy });
export const bad = (what: string, remedy: string): Finding => ({ state: 'bad', what, remedy });

/** Runs every check; one that breaks is a finding too, and the others go on. */
export async function runChecks<Context>(checks: readonly Check<Context>[], context: Context): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const { name, run } of checks) {
    const findings = await run(context).catch((error: unknown) => bad(explain(error), remedyFor(error)));
    reports.push({ name, findings: Array.isArray(findings) ? findings : [findings] });
  }
  return reports;
}

function explain(error: unknown): string {
  const text = error instanceof Error ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}` : String(error);
  return text.split('\n')[0] ?? text;
}

/** The three errors that everybody meets first. */
function remedyFor(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'CredentialsProviderError' || name === 'ExpiredToken' || name === 'ExpiredTokenException')
    return 'log in: `aws sso login`, or set AWS_PROFILE';
  if (/AccessDenied|Unauthorized/.test(name))
    return 'the profile may not look at this; use one that may, or ask who administers the account';
  return 'look at the error; try again';
}

const MARKS = { fine: 'ok  ', note: 'note', bad: 'BAD ' } as const;
const PAINT = { fine: 32, note: 33, bad: 31 } as const;

export function formatReports(reports: readonly Report[], hasColour: boolean): string {
  const paint = (state: Finding['state']): string => (hasColour ? `\u001b[${PAINT[state]}m${MARKS[state]}\u001b[0m` : MARKS[state]);
  const lines = reports.flatMap(({ name, findings }) =>
    findings.map(({ state, what, remedy }) => `${paint(state)}  ${name}: ${what}${remedy === undefined ? '' : `\n      do: ${remedy}`}`),
  );
  return `${lines.join('\n')}\n`;
}

export const isHealthy = (reports: readonly Report[]): boolean =>
  reports.every(({ findings }) => findings.every(({ state }) => state !== 'bad'));
