import { clauseOf } from './arguments.ts';
import { isBefore, OVER } from './background.ts';
import type { Draft } from './fold-purpose.ts';
import type { Frame } from './frames.ts';

const DEEP = 2;

/** What a sentence only recalls beside the news that it, or a sentence before it, has told; `told`: the drafts of the sentences before. */
export function markRecalled(drafts: readonly Draft[], told: readonly Draft[], published: string | null): readonly Draft[] {
  return drafts.map((draft, k) => {
    const { frame, contact } = draft;
    if (contact.background) return draft;
    const before = drafts.slice(0, k);
    const isRecalled =
      isAftermath(draft, k) ||
      isAside(draft, told) ||
      isEarlierMatter(draft, told, published) ||
      (k > 0 && OVER.has(contact.status) && isConceded(frame)) ||
      isSetting(draft, before);
    return isRecalled ? { ...draft, contact: { ...contact, background: true } } : draft;
  });
}

/** "Merz to see Trump after talks with Xi": after the news of a sentence. */
const isAftermath = ({ frame, contact }: Draft, k: number): boolean =>
  contact.status === 'held' && k > 0 && frame.nucleus.row.kind === 'noun' && frame.chain.at(-1)?.row.effect === 'presuppose-past';

/** What took place long before in a text about others. */
function isAside({ frame, contact }: Draft, told: readonly Draft[]): boolean {
  const { zone, index } = frame.scan.sentence;
  const isOfOthers = (): boolean => !told.some((one) => one.contact.parties.join() === contact.parties.join());
  return contact.status === 'held' && zone === 'text' && index >= DEEP && told.length > 0 && isOfOthers();
}

/** "The talks were broken off in March.", when the news of May has been told. */
function isEarlierMatter({ frame, contact }: Draft, told: readonly Draft[], published: string | null): boolean {
  if (frame.scan.sentence.zone !== 'text' || told.length === 0 || !isBefore(contact.status, contact.date, published)) return false;
  return !told.some(
    (one) => one.contact.status === contact.status && one.contact.parties.join() === contact.parties.join() && !one.contact.background,
  );
}

/** "will attend, despite the cancellation of talks with Putin". */
const isConceded = ({ scan, nucleus }: Frame): boolean =>
  /^(?:despite|notwithstanding)$/.test(scan.sentence.tokens[clauseOf(scan, nucleus.from).from]?.norm ?? '');

const NOT_TO_BE: ReadonlySet<string> = new Set(['declined', 'denied', 'premature']);
/** "will not see Modi during his trip to India": when it would have been. */
const isSetting = ({ frame }: Draft, before: readonly Draft[]): boolean =>
  frame.nucleus.row.kind === 'noun' &&
  frame.chain.length === 1 &&
  frame.chain[0]?.row.effect === 'presuppose-now' &&
  before.some(({ contact }) => NOT_TO_BE.has(contact.status));
