import { describeProblem, OVERLAY_FILE } from '../config/check-config.ts';
import { readConfig } from '../config/read-config.ts';
import type { Lexicon } from '../core/coding/lexicon/lexicon.ts';
import { lexiconWithOverlay } from '../core/coding/lexicon/overlay.ts';
import type { Io } from './command.ts';
import { CONFIG_FOLDER } from './local/load-config.ts';

/** The lexicon with the owner's own leaders, offices and outlets on top; a row that is refused is named on stderr, its neighbours stay. */
export function lexiconOf(overlay: readonly unknown[], io: Pick<Io, 'stderr'>): Lexicon {
  const { lexicon, problems } = lexiconWithOverlay(overlay);
  for (const { index, reason } of problems) {
    const found = JSON.stringify(overlay[index])?.slice(0, 80) ?? 'nothing';
    io.stderr.write(`config: ${describeProblem({ file: OVERLAY_FILE, path: `[${index}]`, found, wanted: reason })}\n`);
  }
  return lexicon;
}

/** The lexicon that commands code with: of the config folder that stands here, if one does. */
export const configuredLexicon = (io: Pick<Io, 'stderr'>): Lexicon => lexiconOf(readConfig(CONFIG_FOLDER).config.overlay, io);
