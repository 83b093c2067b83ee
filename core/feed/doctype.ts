import { type DeclaredEntities, decodeReferences } from './character-references.ts';

const MOST_ENTITIES = 300;
const LONGEST_ENTITY = 2000;
const MOST_DECLARATIONS = 5000;
/** Characters that all declared entities of one document may expand to. */
const EXPANSION_BUDGET = 1_000_000;

export function noEntities(): DeclaredEntities {
  return { values: new Map(), budget: EXPANSION_BUDGET };
}

const ENTITY = /<!ENTITY\s+([\w.:-]{1,60})\s+(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')\s*>/y;
const SPACE = /\s*/y;

/**
 * Reads `<!DOCTYPE ... [ ... ]>` that begins at `at`: plain internal entities are kept, external and nested ones are not
 * (they stay as written, so nothing is fetched and nothing explodes). Returns the position after it.
 */
export function readDoctype(text: string, at: number, entities: DeclaredEntities): number {
  const greater = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (greater < 0) return text.length;
  if (bracket < 0 || bracket > greater) return greater + 1;
  let pos = bracket + 1;
  for (let count = 0; count < MOST_DECLARATIONS; count++) {
    SPACE.lastIndex = pos;
    SPACE.test(text);
    pos = SPACE.lastIndex;
    if (text.charCodeAt(pos) !== 60 || text.charCodeAt(pos + 1) !== 33) break;
    pos = readDeclaration(text, pos, entities);
  }
  const close = text.charCodeAt(pos) === 93 ? text.indexOf('>', pos) : text.indexOf(']>', pos);
  return close < 0 ? pos : text.charCodeAt(pos) === 93 ? close + 1 : close + 2;
}

function readDeclaration(text: string, at: number, entities: DeclaredEntities): number {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (match) {
    declare(match[1] ?? '', match[2] ?? match[3] ?? '', entities);
    return ENTITY.lastIndex;
  }
  const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) + 2 : text.indexOf('>', at);
  return end < at ? text.length : end + 1;
}

function declare(name: string, value: string, entities: DeclaredEntities): void {
  if (entities.values.size >= MOST_ENTITIES || value.length > LONGEST_ENTITY || entities.values.has(name)) return;
  entities.values.set(name, decodeReferences(value));
}
