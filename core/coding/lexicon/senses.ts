import { normsOf } from '../sentences/tokens.ts';
import { fold } from '../words/fold.ts';
import type { Person } from './people.ts';

type Level = 'leader' | 'minister' | 'envoy';

/** What a phrase can mean. One phrase may carry several senses ("Georgia" the state, "Kim" three persons). */
export type Sense =
  | { readonly is: 'person'; readonly person: Person; readonly isFullName: boolean }
  | { readonly is: 'place'; readonly party: string; readonly via: 'country' | 'capital' | 'demonym' }
  | { readonly is: 'metonym'; readonly party: string; readonly office: string }
  | { readonly is: 'body'; readonly party: string }
  | { readonly is: 'movement'; readonly party: string }
  | { readonly is: 'outlet'; readonly party: string }
  | { readonly is: 'domestic'; readonly party: string | null }
  | { readonly is: 'cue'; readonly party: string }
  | { readonly is: 'namesake' }
  | {
      readonly is: 'title';
      readonly office: string;
      readonly level: Level;
      readonly party: string | null;
      readonly takesPost: boolean;
      readonly ownerFollows: boolean;
    }
  | { readonly is: 'institution'; readonly kind: 'metonym' | 'domestic'; readonly ownerFollows: boolean }
  | { readonly is: 'group'; readonly party: string | null; readonly level: Level };

/** Token norms of a name as it stands in data/. */
export function phraseNorms(name: string): string[] {
  const written = name.replaceAll('ʻ', "'");
  return /[-.,'/&]/.test(written) ? normsOf(written) : fold(written).split(' ');
}
