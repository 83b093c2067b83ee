import * as z from 'zod';

/** Advisories that cannot be mended yet: by their address, with the reason why they do not harm here, and until when that is believed. */
export const knownSchema = z.array(z.strictObject({ url: z.url(), reason: z.string().min(20), until: z.iso.date() }));
export type Known = z.output<typeof knownSchema>;

const advisory = z.object({ title: z.string(), url: z.string(), severity: z.string() });
/** `npm audit --json` of npm 7 and later. `via` names other packages, too: those have their own entry. */
const reportSchema = z.object({
  auditReportVersion: z.number(),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});

export type Verdict = { readonly lines: readonly string[]; readonly isBad: boolean };

const GRAVE = new Set(['high', 'critical']);

/** What npm said about the packages that are passed on. `today` is a parameter, so that a reason can run out. */
export function judge(stdout: string, known: Known, today = new Date().toISOString().slice(0, 10)): Verdict {
  const parsed = reportSchema.safeParse(jsonOf(stdout));
  if (!parsed.success)
    return { lines: ['SKIPPED: the registry does not answer `npm audit` here; nothing is known about advisories'], isBad: false };
  const found = Object.entries(parsed.data.vulnerabilities).flatMap(([name, { via }]) =>
    via.flatMap((one) => (typeof one === 'string' ? [] : [{ name, ...one }])),
  );
  const verdicts = found.map((one) => {
    const excuse = known.find(({ url, until }) => url === one.url && until >= today);
    const isBad = GRAVE.has(one.severity) && excuse === undefined;
    return {
      isBad,
      line: `${isBad ? 'BAD  ' : 'known'} ${one.severity} ${one.name}: ${one.title} (${one.url})${excuse === undefined ? '' : ` ${excuse.reason}`}`,
    };
  });
  const isBad = verdicts.some((one) => one.isBad);
  const last = isBad ? 'mend them, or name them with a reason in bench/audit/known.json' : 'no high or critical advisory without a reason';
  return { lines: [...verdicts.map(({ line }) => line), last], isBad };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
