import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../web/', import.meta.url));
const BUILT = join(ROOT, 'dist', 'index.html');

/**
 * Folder of the built page; built first when it is missing or older than its source (a second or two).
 * Null when that fails: the API and the terminal work without it.
 */
export async function builtPage(): Promise<string | null> {
  if (!isFresh()) await buildPage();
  return existsSync(BUILT) ? join(ROOT, 'dist') : null;
}

function isFresh(): boolean {
  if (!existsSync(BUILT)) return false;
  const built = statSync(BUILT).mtimeMs;
  const sources = [join(ROOT, 'index.html'), ...readdirSync(join(ROOT, 'src')).map((name) => join(ROOT, 'src', name))];
  return sources.every((file) => statSync(file).mtimeMs <= built);
}

async function buildPage(): Promise<void> {
  try {
    const { build } = await import('vite');
    await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'silent' });
  } catch {
    // without the development packages there is no page; the caller says so
  }
}
