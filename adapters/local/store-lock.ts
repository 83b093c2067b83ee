import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  /** When that process started, as the system counts it: a pid that was given to another process is not the owner. */
  processStart: z.string().nullable(),
  startedAt: z.string(),
  /** Where its query API answers, or null while there is none. */
  apiUrl: z.string().nullable(),
  /** Lets the owner's own commands correct stories through that API; the file is readable by the owner's account alone. */
  correctionToken: z.string().nullable().default(null),
});
export type StoreOwner = z.output<typeof ownerSchema>;

export const LOCK_FILE = 'owner.json';

/** The store belongs to another process that is alive. */
export class StoreOwnedError extends Error {
  override readonly name = 'StoreOwnedError';
  readonly owner: StoreOwner;
  constructor(path: string, owner: StoreOwner) {
    const api = owner.apiUrl === null ? 'it serves no API' : `its API: ${owner.apiUrl}`;
    super(
      `the store in ${path} belongs to the running process ${owner.pid} (since ${owner.startedAt}; ${api}). One process owns a local store: use that one, or stop it first (kill ${owner.pid})`,
    );
    this.owner = owner;
  }
}

export type StoreLock = {
  /** The owner before us died without giving the store back. */
  readonly wasAbandoned: boolean;
  /** Tells other commands where our API answers. */
  announce(apiUrl: string, correctionToken?: string): void;
  release(): void;
};

/** Takes the data folder for this process, or throws a `StoreOwnedError`. A lock of a process that is gone is taken over. */
export function lockStore(path: string, now: string): StoreLock {
  mkdirSync(path, { recursive: true });
  const file = join(path, LOCK_FILE);
  const mine: StoreOwner = {
    pid: process.pid,
    processStart: processStart(process.pid),
    startedAt: now,
    apiUrl: null,
    correctionToken: null,
  };
  const wasAbandoned = !tryCreate(file, mine);
  if (wasAbandoned) takeOver(path, file, mine);
  return {
    wasAbandoned,
    announce: (apiUrl, correctionToken) => announce(file, { ...mine, apiUrl, correctionToken: correctionToken ?? null }),
    release: () => rmSync(file, { force: true }),
  };
}

function announce(file: string, owner: StoreOwner): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  renameSync(draft, file);
}

/** Who owns the store in this folder now, or null: nobody, or a process that is gone. */
export function findStoreOwner(path: string): StoreOwner | null {
  const owner = readOwner(join(path, LOCK_FILE));
  return owner !== null && isAlive(owner) ? owner : null;
}

/** A link to a whole file appears in one step or fails: two processes that start together cannot both make it. */
function tryCreate(file: string, owner: StoreOwner): boolean {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The dead owner's file is moved away, so that of several who want it one wins; a living owner's file, taken by mistake, goes back. */
function takeOver(path: string, file: string, mine: StoreOwner): void {
  const owner = readOwner(file);
  if (owner !== null && isAlive(owner)) throw new StoreOwnedError(path, owner);
  const moved = `${file}.${process.pid}.gone`;
  try {
    renameSync(file, moved);
  } catch {
    // somebody else moved it first
  }
  const taken = readOwner(moved);
  if (taken !== null && isAlive(taken)) {
    renameSync(moved, file);
    throw new StoreOwnedError(path, taken);
  }
  rmSync(moved, { force: true });
  if (!tryCreate(file, mine)) throw new StoreOwnedError(path, readOwner(file) ?? mine);
}

function readOwner(file: string): StoreOwner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function isAlive(owner: StoreOwner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const started = processStart(owner.pid);
  return owner.processStart === null || started === null || owner.processStart === started;
}

/** Field 22 of /proc/<pid>/stat (start time in clock ticks) on Linux; null elsewhere. The name in field 2 may hold spaces. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
