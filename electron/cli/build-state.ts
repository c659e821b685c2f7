import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made of, relative to the project's folder. */
const SOURCES = [
  'electron',
  'renderer',
  'models/taste',
  'models/feature-schema.json',
  'electron.vite.config.ts',
  'package-lock.json',
];
/** What it leaves behind. */
const RESULTS = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

export type BuildState = 'missing' | 'older than its sources' | 'fresh';

/** Compares file times, as make does: cheap, and wrong only towards building once too often. */
export function buildState(root: string): BuildState {
  const results = RESULTS.map((path) => join(root, path));
  if (!results.every((path) => existsSync(path))) return 'missing';
  const built = Math.min(...results.map((path) => statSync(path).mtimeMs));
  const newest = Math.max(...SOURCES.map((path) => newestTime(join(root, path))));
  return newest > built ? 'older than its sources' : 'fresh';
}

/** Latest change below a path, folders included: a removed file changes its folder's time. */
function newestTime(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestTime(join(path, name))));
}
