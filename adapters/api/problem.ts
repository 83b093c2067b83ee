import type { FilterError } from '../../core/story/filter.ts';

/** RFC 9457. Says what the asker can mend; never an error object, a stack or a name of ours. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly parameter?: string;
  readonly column?: number;
  readonly suggestion?: string;
};
export const PROBLEM_TYPE = 'application/problem+json';

const PROBLEMS = {
  'bad-filter': { status: 400, title: 'The filter cannot be read' },
  'bad-parameter': { status: 400, title: 'A parameter is wrong' },
  'bad-cursor': { status: 400, title: 'The cursor cannot be used; ask again without it' },
  'bad-body': { status: 400, title: 'The request body is wrong' },
  'not-allowed': { status: 403, title: 'This needs a role of its own' },
  'wrong-host': { status: 421, title: 'This server answers only to its own address' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'wrong-method': { status: 405, title: 'This can only be read' },
  conflict: { status: 409, title: 'This cannot be corrected so' },
  failed: { status: 500, title: 'Something failed here; trying again later may help' },
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

export function problem(kind: ProblemKind, more: Partial<Omit<Problem, 'type' | 'title' | 'status'>> = {}): Problem {
  return { type: `urn:summitwire:problem:${kind}`, ...PROBLEMS[kind], ...more };
}

export function filterProblem(error: FilterError): Problem {
  const suggestion = error.suggestion === null ? {} : { suggestion: error.suggestion };
  return problem('bad-filter', { detail: error.message, parameter: 'filter', column: error.column, ...suggestion });
}
