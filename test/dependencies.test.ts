import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) });
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const manifest = manifestSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** What may be used and passed on beside an Apache-2.0 program; MPL-2.0 for tools that are not passed on. */
const PERMISSIVE = new Set([
  'Apache-2.0',
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
]);
const isAllowed = (license: string, isDev: boolean): boolean =>
  license
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.has(one) || (isDev && one === 'MPL-2.0')));

describe('the dependencies', () => {
  it('have licences that may stand beside ours', () => {
    const refused = installed
      .filter(([, entry]) => !isAllowed(entry.license ?? 'none', entry.dev === true))
      .map(([path, entry]) => `${path}: ${entry.license}`);
    expect(refused).toEqual([]);
  });

  it('refuses a copyleft licence in what is passed on', () => {
    expect([isAllowed('GPL-3.0-only', false), isAllowed('MPL-2.0', false), isAllowed('(MIT OR GPL-3.0-or-later)', false)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('are named by exact versions', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('come with checksums and without addresses of downloads', () => {
    expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, entry]) => entry.inBundle !== true && entry.integrity === undefined).map(([path]) => path)).toEqual([]);
    expect(installed.length).toBeGreaterThan(100);
  });

  it('are locked for every platform: without the others, npm 11 refuses the lock file and other machines miss a part', () => {
    const locked = new Set(installed.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
    const missing = installed.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}).filter((name) => !locked.has(name)));
    expect(missing).toEqual([]);
  });
});
