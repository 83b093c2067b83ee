import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { FUNCTIONS } from './functions.ts';
import { packedData } from './packed-data.ts';

/** Packages in CommonJS call `require` of built-in modules: an ES module has none of its own. */
const BANNER = "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

export type BundleOptions = {
  /** Folder of the repository. */
  readonly root: string;
  /** Bundles are written to `<out>/<name>/index.mjs`. */
  readonly out: string;
  /** Folder with the owner's settings.json, feeds.json and leaders.json: they are built in. */
  readonly config: string;
};
export type Bundle = {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, number>>;
};

/** Builds every function with its source map (names and lines, no sources). No network, no Docker; used by synth, tests and `npm run bundles`. */
export const buildBundles = (options: BundleOptions): Promise<readonly Bundle[]> =>
  Promise.all(FUNCTIONS.map(({ name }) => buildBundle(name, options)));

async function buildBundle(name: string, { root, out, config }: BundleOptions): Promise<Bundle> {
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  const options = buildOptions(root, config);
  const result = await build({ ...options, entryPoints: [`functions/${name}.ts`], outfile: join(folder, 'index.mjs') });
  const output = Object.entries(result.metafile.outputs).find(([path]) => path.endsWith('index.mjs'))?.[1];
  const inputs = Object.fromEntries(Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => [path, bytesInOutput]));
  const needsThread = PARSE_THREAD.caller in inputs;
  if (needsThread) await build({ ...options, entryPoints: [PARSE_THREAD.entry], outfile: join(folder, PARSE_THREAD.file) });
  return { name, folder, bytes: output?.bytes ?? 0, inputs };
}

/** A thread begins with a file of its own: functions that hold the caller get it beside their index. */
const PARSE_THREAD = {
  caller: 'adapters/local/worker-parser.ts',
  entry: 'adapters/local/parse-worker.ts',
  file: 'parse-worker.mjs',
};

function buildOptions(root: string, config: string) {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: BANNER },
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'error',
    legalComments: 'none',
    plugins: [ownersConfig(config), packedData(root)],
  } satisfies BuildOptions & { metafile: true };
}

/** The JSON files that config/bundled-config.ts imports come from the owner's folder. */
const ownersConfig = (folder: string): Plugin => ({
  name: 'owners-config',
  setup(building) {
    building.onResolve({ filter: /^\.\/(settings|feeds|leaders)\.json$/ }, ({ path, importer }) =>
      importer.endsWith('bundled-config.ts') ? { path: join(folder, basename(path)) } : null,
    );
  },
});
