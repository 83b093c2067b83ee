import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { FUNCTIONS } from './functions.ts';

/** Packages in CommonJS call `require` of built-in modules: an ES module has none of its own. */
const BANNER = "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

export type Bundle = {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, number>>;
};

/**
 * Builds every function into `<out>/<name>/index.mjs` with its source map (names and lines, no sources).
 * Needs no network and no Docker; used by synth, by the tests and by `npm run bundles`.
 */
export function buildBundles(root: string, out: string): readonly Bundle[] {
  return FUNCTIONS.map(({ name }) => buildBundle(root, join(out, name), name));
}

function buildBundle(root: string, folder: string, name: string): Bundle {
  mkdirSync(folder, { recursive: true });
  const result = buildSync({
    absWorkingDir: root,
    entryPoints: [`functions/${name}.ts`],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: BANNER },
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'error',
    legalComments: 'none',
  });
  const output = Object.entries(result.metafile.outputs).find(([path]) => path.endsWith('index.mjs'))?.[1];
  const inputs = Object.fromEntries(Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => [path, bytesInOutput]));
  return { name, folder, bytes: output?.bytes ?? 0, inputs };
}
