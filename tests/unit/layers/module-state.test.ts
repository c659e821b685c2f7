import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('../../../renderer/src/', import.meta.url).pathname;

/** State that a module would keep for everybody: a variable, or a collection that starts empty to be filled. */
const MODULE_STATE =
  /^(?:export )?(?:(?:let|var) .*|const [^=]*= (?:new (?:Map|Set|WeakMap|WeakSet)\b(?:<.*>)?\(\)|\[\]);.*)$/gm;

/** @returns the lines of `text` that declare state of the module; a collection declared read-only is none. */
const moduleState = (text: string): readonly string[] =>
  [...text.matchAll(MODULE_STATE)].map(([line]) => line).filter((line) => !/: (?:Readonly|readonly )/.test(line));

describe('state', () => {
  it('is kept by objects that compose.ts or a component makes, never by a module', () => {
    const found = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => moduleState(readFileSync(join(SOURCE, path), 'utf8')).map((line) => `${path}: ${line}`));
    expect(found).toEqual([]);
  });

  it.each([
    'let listener: (() => void) | null = null;',
    'export let last = 0;',
    'var waiting;',
    'const listeners = new Map<string, () => void>();',
    'export const seen = new Set();',
    'const queue: string[] = [];',
  ])('is found in "%s"', (line) => {
    expect(moduleState(`/** Text. */\n${line}\n`)).toEqual([line]);
  });

  it.each([
    'const NO_GROUP: ReadonlySet<string> = new Set();',
    'const NONE: readonly string[] = [];',
    "const GROUPS = new Map([['movie', 'screen']]);",
    '  let inside = 0;',
  ])('is not found in "%s"', (line) => {
    expect(moduleState(`/** Text. */\n${line}\n`)).toEqual([]);
  });
});
