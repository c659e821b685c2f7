import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../../package.json';

const ROOT = new URL('../../../', import.meta.url).pathname;
const listing = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).map(
    (entry) => `${join(entry.parentPath, entry.name).slice(ROOT.length)}${entry.isDirectory() ? '/' : ''}`,
  );
/** Files, and folders with a slash at their end. */
const PATHS = [
  ...readdirSync(ROOT),
  ...['electron', 'models', 'renderer', 'tests'].flatMap((tree) => [`${tree}/`, ...listing(tree)]),
];
const DOCS = ['CONTRIBUTING.md', ...PATHS.filter((path) => /(?:^|\/)README\.md$/.test(path))];

/** Made by commands, and not committed. */
const MADE = new Set(['screenshots/', 'set-aside/']);

/** What stands in backticks and names a file by its ending, or a folder by a slash. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:\.\.\/)*[\w.-]+(?:\/[\w.-]+)*(?:\.(?:tsx?|json|md|mjs|py|wat)|\/))`/g)].map(
    (match) => match[1]?.replace(/^(?:\.\.\/)+/, '') ?? '',
  );

describe.each(DOCS)('%s', (doc) => {
  const text = readFileSync(join(ROOT, doc), 'utf8');

  // Most are named from the folder that the document is about: the end of a path is enough.
  it('names files and folders that are there', () => {
    const missing = pathsIn(text).filter(
      (path) => !MADE.has(path) && !PATHS.some((known) => known === path || known.endsWith(`/${path}`)),
    );
    expect(missing).toEqual([]);
  });

  it('names scripts that are there', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
