import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../electron/temporary-folder';
import { wordAccesses } from './indexed-by-words';

const ROOT = join(import.meta.dirname, '../../..');
const PROJECTS = [
  'renderer/tsconfig.core.json',
  'renderer/tsconfig.worker.json',
  'renderer/tsconfig.page.json',
  'electron/tsconfig.json',
];

/** Places whose word is the program's own, or a key just read from the object: file, and why. */
const OWN_WORDS: ReadonlyMap<string, string> = new Map([
  ['renderer/src/domain/parsing.ts', 'names of the schema, and keys just listed'],
]);

it('no plain object is asked by a word from outside: a Map, or ownValue', () => {
  const found = wordAccesses(ROOT, PROJECTS, ['renderer/src', 'electron']);
  expect(
    found.filter(({ file }) => !OWN_WORDS.has(file)).map(({ file, line, text }) => `${file}:${line} ${text}`),
  ).toEqual([]);
  // None is kept for what is no longer there.
  expect([...OWN_WORDS.keys()].filter((path) => !found.some(({ file }) => file === path))).toEqual([]);
}, 60_000);

it('finds what it is there to find, and nothing else', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'src'));
  writeFileSync(
    join(root, 'tsconfig.json'),
    '{ "compilerOptions": { "strict": true, "lib": ["es2023"], "types": [] }, "include": ["src"] }',
  );
  writeFileSync(
    join(root, 'src/a.ts'),
    `declare const record: Readonly<Record<string, number>>;
declare const word: string;
declare const known: 'a' | 'b';
declare const branded: string & { readonly brand: 'x' };
declare const two: { readonly a: 1; readonly b: 2 };
declare const list: readonly string[];
declare const mixed: Record<string, number> | null;
export function one<Name extends string>(name: Name): unknown {
  return [record[word], record[branded], record[\`x\${word}\`], mixed?.[word], record[name]];
}
export const set = (target: Record<string, number>): void => { target[word] = 1; };
export const fine = [record['a'], record[known], two[known], list[0], list[word.length], new Map([['a', 1]]).get(word)];
export const own = <Table extends Record<string, number>>(table: Table, key: keyof Table & string) => table[key];
export const guarded = Object.hasOwn(record, word) ? record[word] : 0;
`,
  );
  expect(wordAccesses(root, ['tsconfig.json'], ['src']).map(({ text }) => text)).toEqual([
    'record[word]',
    'record[branded]',
    'record[`x${word}`]',
    'mixed?.[word]',
    'record[name]',
    'target[word]',
  ]);
}, 60_000);
