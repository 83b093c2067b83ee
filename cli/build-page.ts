import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../web/', import.meta.url));

/** Folder of the built page; built first when it is missing (a second or two). Null when that fails: the API and the terminal work without it. */
export async function builtPage(): Promise<string | null> {
  const folder = `${ROOT}dist`;
  if (existsSync(`${folder}/index.html`)) return folder;
  try {
    const { build } = await import('vite');
    await build({ root: ROOT, configFile: `${ROOT}vite.config.ts`, logLevel: 'silent' });
  } catch {
    return null;
  }
  return existsSync(`${folder}/index.html`) ? folder : null;
}
