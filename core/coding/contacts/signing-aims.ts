import { normOf, type Sentence } from '../words/text.ts';
import { wordSet } from '../words/word-set.ts';
import type { Settled } from './settled.ts';

/** "sign a pact to deepen their dialogue": the dialogue is no contact of its own. */
export function withoutAims(drafts: readonly Settled[]): readonly Settled[] {
  const signing = drafts.length < 2 ? undefined : drafts.find(({ frame }) => frame.nucleus.row.id === 'sign');
  return signing === undefined ? drafts : drafts.filter((draft) => !isAim(draft, signing));
}

const isAim = ({ frame }: Settled, signing: Settled): boolean =>
  frame.nucleus.row.kind === 'noun' &&
  frame.nucleus.from >= signing.frame.nucleus.to &&
  serves(frame.scan.sentence, signing.frame.nucleus.to, frame.nucleus.from);

const serves = ({ tokens }: Sentence, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ norm }, k) => norm === 'to' && AIMS.has(normOf(tokens, from + k + 1)));
const AIMS = wordSet('strengthen deepen boost improve promote expand foster enhance facilitate intensify encourage allow further');
